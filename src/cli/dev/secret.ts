import { randomBytes } from 'node:crypto';
import { valueOf, type Variables } from '../../framework/index.ts';
import type { Scanned } from '../../scan/index.ts';

/** A shared secret for one run. */
export function makeSecret(): string {
  return randomBytes(48).toString('base64url');
}

/** The variables of a process, and the name of the one whose value was made up. */
export interface WithSecret {
  readonly variables: Variables;
  readonly madeUp?: string;
}

/** Adds a made-up key for tokens where the environment wants one and none is set. */
export function withDevSecret(
  { code }: Scanned,
  environment: string,
  variables: Variables,
  secret: string = makeSecret(),
): WithSecret {
  const auth = code.environments.get(environment)?.auth;
  if (auth === undefined || valueOf(auth.key, variables) !== undefined) return { variables };
  const { variable } = auth.key;
  return { variables: { ...variables, [variable]: secret }, madeUp: variable };
}
