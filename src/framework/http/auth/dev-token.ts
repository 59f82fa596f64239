import { SignJWT } from 'jose';
import { DiagnosticsError } from '../../../errors/index.ts';
import { readVerificationKey } from './verification-key.ts';

/** What a development token says. */
export interface DevTokenClaims {
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  /** Seconds it is valid; default 12 hours. */
  readonly lifetime?: number;
}

const twelveHours = 12 * 60 * 60;

/**
 * Signs a token that `jwtAuthenticator` accepts with the same key, for `remit dev` to print.
 *
 * @throws DiagnosticsError RMT4023 when the key is not a shared secret, RMT4022 when it cannot be used at all.
 */
export async function signDevToken(keyText: string, claims: DevTokenClaims): Promise<string> {
  const { key } = readVerificationKey(keyText, 'JWT_KEY');
  if (!(key instanceof Uint8Array)) {
    throw new DiagnosticsError([
      {
        code: 'RMT4023',
        message: 'The key is a public key, which cannot sign.',
        mend: 'dev: { auth: jwt({ key: env("DEV_JWT_KEY", "a shared secret of 32 bytes or more, for dev only") }) }',
      },
    ]);
  }
  const now = Math.floor(Date.now() / 1000);
  const token = new SignJWT({ scope: claims.scopes.join(' ') })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(claims.subject)
    .setIssuedAt(now)
    .setExpirationTime(now + (claims.lifetime ?? twelveHours));
  if (claims.issuer !== undefined) token.setIssuer(claims.issuer);
  if (claims.audience !== undefined) token.setAudience(claims.audience);
  return token.sign(key);
}
