import type { Actor } from '../../../model/index.ts';

/** Finds out who is behind a request. */
export interface Authenticator {
  /**
   * The caller that an `Authorization` header proves.
   * @throws RemitError RMT3027 without a bearer token, RMT4010 when the token is not valid.
   */
  authenticate(authorization: string | undefined): Promise<Actor>;
}
