import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { JwtDefinition } from '../../../decorators/index.ts';
import { RemitError } from '../../../errors/index.ts';
import type { Actor } from '../../../model/index.ts';
import type { Authenticator } from './authenticator.ts';
import { readVerificationKey } from './verification-key.ts';

/** Seconds that clocks of this machine and the issuer may differ. */
const clockTolerance = 5;
/** Longer tokens are not even decoded. */
const longestToken = 8192;

/**
 * Verifies bearer tokens with the key in `keyText`: signature by an algorithm of the key's type, `exp`, `sub`, and
 * issuer and audience where the definition names them.
 *
 * @throws DiagnosticsError RMT4022 when the key is weak, private or unreadable.
 */
export function jwtAuthenticator(definition: JwtDefinition, keyText: string): Authenticator {
  const { key, algorithms } = readVerificationKey(keyText, definition.key.variable);
  const options: JWTVerifyOptions = {
    algorithms: [...algorithms],
    requiredClaims: ['exp', 'sub'],
    clockTolerance,
    ...(definition.issuer !== undefined && { issuer: definition.issuer }),
    ...(definition.audience !== undefined && { audience: definition.audience }),
  };
  const verify = async (token: string): Promise<JWTPayload> => {
    const { payload } =
      typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
    return payload;
  };
  return {
    async authenticate(authorization) {
      const token = tokenOf(authorization);
      let claims: JWTPayload;
      try {
        claims = await verify(token);
      } catch (error) {
        throw invalid(error);
      }
      return actorOf(claims);
    },
  };
}

function tokenOf(authorization: string | undefined): string {
  const match = authorization === undefined ? null : /^Bearer +(\S+)$/i.exec(authorization);
  if (match?.[1] === undefined) throw new RemitError('RMT3027', 'This needs a bearer token.');
  if (match[1].length > longestToken) throw invalid(undefined);
  return match[1];
}

function actorOf(claims: JWTPayload): Actor {
  const { sub, tenant, exp } = claims;
  if (typeof sub !== 'string' || sub === '') throw invalid(undefined);
  // JSON's 1e400 is read as Infinity: a token that never expires.
  if (!Number.isSafeInteger(exp)) throw invalid(undefined);
  const scopes = scopesOf(claims);
  return typeof tenant === 'string' ? { subject: sub, tenant, scopes } : { subject: sub, scopes };
}

/** `scope` is a string of words (RFC 8693); issuers send lists, too, and both as `scopes`. What is no text is no scope. */
function scopesOf(claims: JWTPayload): readonly string[] {
  const found = claims['scope'] ?? claims['scopes'];
  if (typeof found === 'string') return found.split(' ').filter((scope) => scope !== '');
  return Array.isArray(found) ? found.filter((scope): scope is string => typeof scope === 'string') : [];
}

/** Whoever holds a bad token is not told which check it failed, except that it has expired. */
function invalid(cause: unknown): RemitError {
  const expired = (cause as { readonly code?: unknown } | undefined)?.code === 'ERR_JWT_EXPIRED';
  return new RemitError(
    'RMT4010',
    expired ? 'The bearer token has expired.' : 'The bearer token is not valid.',
    {
      cause,
    },
  );
}
