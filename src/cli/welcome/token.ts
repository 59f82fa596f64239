import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JwtDefinition } from '../../decorators/index.ts';
import type { Model } from '../../model/index.ts';

/** A shared secret for one run of `remit dev`. */
export function makeSecret(): string {
  return randomBytes(48).toString('base64url');
}

/** Whether a key can sign as well as verify: a shared secret, not a public key. */
export function isSecret(key: string): boolean {
  return !key.includes('-----BEGIN') && !key.trimStart().startsWith('{');
}

/** A token of a caller named `dev` who holds every scope the application asks for; good for twelve hours. */
export function makeToken(
  secret: string,
  { issuer, audience }: JwtDefinition,
  model: Model,
): Promise<string> {
  const token = new SignJWT({ scope: scopes(model).join(' ') })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('dev')
    .setIssuedAt()
    .setExpirationTime('12h');
  if (issuer !== undefined) token.setIssuer(issuer);
  if (audience !== undefined) token.setAudience(audience);
  return token.sign(new TextEncoder().encode(secret));
}

function scopes({ services }: Model): string[] {
  const asked = services
    .flatMap(({ handlers }) => handlers)
    .flatMap(({ access }) => (access?.kind === 'authenticated' ? access.scopes : []));
  return [...new Set(asked)].toSorted();
}
