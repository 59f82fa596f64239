import { valueOf, type Variables } from '../../framework/index.ts';
import type { Authenticator } from '../../framework/http/index.ts';
import type { Scanned } from '../../scan/index.ts';

/**
 * Who verifies tokens in an environment; `undefined` when it says nothing of how, or its key is not set.
 * @throws DiagnosticsError RMT4022 when the key cannot be used.
 */
export async function authenticatorOf(
  { code }: Scanned,
  environment: string,
  variables: Variables,
): Promise<Authenticator | undefined> {
  const auth = code.environments.get(environment)?.auth;
  const key = auth && valueOf(auth.key, variables);
  if (auth === undefined || key === undefined) return undefined;
  const { jwtAuthenticator } = await import('../../framework/http/index.ts');
  return jwtAuthenticator(auth, key);
}
