import { RemitError } from '../../errors/index.ts';

/** What the server is doing as a whole; shared by all its routes. */
export class Traffic {
  inFlight = 0;
  /** No further connection is taken; those there are asked to go elsewhere with their next request. */
  leaving = false;
  /** No further request is taken. */
  closing = false;
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Why the request that was counted last is not served; `undefined` when it is. */
  refusal(): RemitError | undefined {
    if (this.closing) return new RemitError('RMT3035', 'The application is stopping.');
    if (this.inFlight <= this.limit) return undefined;
    return new RemitError('RMT4009', 'Too many requests are being served; try again later.');
  }
}
