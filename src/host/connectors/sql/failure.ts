import { ConnectorFailure } from '../failure.ts';

/** How a failure is told to the component: the cases of `remit:connect/sql`'s error. */
export type FailureTag = 'refused' | 'unavailable' | 'conflict' | 'missing' | 'other';

/** A database's failure. */
export class SqlFailure extends ConnectorFailure<FailureTag> {
  override readonly name = 'SqlFailure';
}
