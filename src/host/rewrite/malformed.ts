import { RemitError } from '../../errors/index.ts';

/** A core module that cannot be read, or that uses what cannot be bounded. */
export function unboundable(reason: string): RemitError {
  return new RemitError('RMT2007', `A core module of the component ${reason}`, { details: { reason } });
}
