import { valueOf, type Variables } from '../../framework/index.ts';
import { signDevToken } from '../../framework/http/index.ts';
import type { Model } from '../../model/index.ts';
import type { Scanned } from '../../scan/index.ts';

/** A token of a caller named `dev` who holds every scope; `undefined` where nobody is asked for one or the key cannot sign. */
export async function devToken(
  { model, code }: Scanned,
  environment: string,
  variables: Variables,
): Promise<string | undefined> {
  const auth = code.environments.get(environment)?.auth;
  const key = auth && valueOf(auth.key, variables);
  if (auth === undefined || key === undefined || !isSecret(key) || !isAsked(model)) return undefined;
  const { issuer, audience } = auth;
  return signDevToken(key, { subject: 'dev', scopes: scopesOf(model), issuer, audience });
}

function isSecret(key: string): boolean {
  return !/^\s*(-----BEGIN|\{)/.test(key);
}

function isAsked({ services }: Model): boolean {
  return services.some(({ handlers }) => handlers.some(({ access }) => access?.kind === 'authenticated'));
}

function scopesOf({ services }: Model): string[] {
  const asked = services
    .flatMap(({ handlers }) => handlers)
    .flatMap(({ access }) => (access?.kind === 'authenticated' ? access.scopes : []));
  return [...new Set(asked)].toSorted();
}
