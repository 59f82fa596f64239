import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { DiagnosticsError } from '../../../errors/index.ts';

/** A key that verifies tokens, with the algorithms that fit its type and no others. */
export interface VerificationKey {
  readonly key: KeyObject | Uint8Array | JWTVerifyGetKey;
  readonly algorithms: readonly string[];
}

/** Bytes that a shared secret has at least: as many as SHA-256 puts out. */
const shortestSecret = 32;
const shortestModulus = 2048;

/**
 * Reads the text of a key: PEM or JWK of a public key, a JWK set of public keys, or a shared secret. What looks like
 * a key never falls back to being a secret: a public key taken for one would let everybody sign.
 *
 * @throws DiagnosticsError RMT4022 when it is weak, private or unreadable. The message never holds the text.
 */
export function readVerificationKey(text: string, variable: string): VerificationKey {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN')) return publicKey(pemOf(trimmed, variable), variable);
  if (trimmed.startsWith('{')) return fromJson(trimmed, variable);
  const secret = Buffer.from(text, 'utf8');
  if (text !== '' && isUniform(trimmed)) {
    throw refuse(variable, `holds ${trimmed === '' ? 'white space only' : 'one character over and over'}`);
  }
  if (secret.length >= shortestSecret) return { key: secret, algorithms: secretAlgorithms(secret.length) };
  throw refuse(variable, `holds a shared secret of ${secret.length} bytes; it needs ${shortestSecret}`);
}

/** Whoever guesses starts with these, however long they are. */
function isUniform(text: string): boolean {
  return new Set(text).size <= 1;
}

function pemOf(text: string, variable: string): KeyObject {
  if (text.includes('PRIVATE KEY')) throw isPrivate(variable);
  try {
    return text.includes('BEGIN CERTIFICATE') ? new X509Certificate(text).publicKey : createPublicKey(text);
  } catch {
    throw refuse(variable, 'holds a PEM text that is no public key');
  }
}

function fromJson(text: string, variable: string): VerificationKey {
  let parsed: JWK & { readonly keys?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    throw refuse(variable, 'holds a JWK that is not JSON');
  }
  if (parsed.keys === undefined) return publicKey(jwkOf(parsed, variable), variable);
  if (!Array.isArray(parsed.keys) || parsed.keys.length === 0) {
    throw refuse(variable, 'holds a JWK set without keys');
  }
  const keys = parsed.keys as JWK[];
  const algorithms = keys.flatMap((jwk) => publicKey(jwkOf(jwk, variable), variable).algorithms);
  return { key: createLocalJWKSet({ keys }), algorithms: [...new Set(algorithms)] };
}

function jwkOf(jwk: JWK, variable: string): KeyObject {
  if (jwk.d !== undefined) throw isPrivate(variable);
  if (jwk.kty === 'oct')
    throw refuse(variable, 'holds a secret as a JWK; give the secret itself, or a public key');
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    throw refuse(variable, 'holds a JWK that is no public key');
  }
}

function publicKey(key: KeyObject, variable: string): VerificationKey {
  const algorithms = algorithmsOf(key);
  if (algorithms === undefined) {
    throw refuse(
      variable,
      `holds a key of type ${key.asymmetricKeyType ?? key.type}, which verifies no tokens`,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < shortestModulus) {
    throw refuse(variable, `holds an RSA key of ${bits} bits; it needs ${shortestModulus}`);
  }
  return { key, algorithms };
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

function algorithmsOf(key: KeyObject): readonly string[] | undefined {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa') return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
  if (type === 'ed25519') return ['EdDSA', 'Ed25519'];
  const curve = type === 'ec' ? curves[details?.namedCurve ?? ''] : undefined;
  return curve === undefined ? undefined : [curve];
}

function secretAlgorithms(bytes: number): readonly string[] {
  return ['HS256', ...(bytes >= 48 ? ['HS384'] : []), ...(bytes >= 64 ? ['HS512'] : [])];
}

function isPrivate(variable: string): DiagnosticsError {
  return refuse(variable, 'holds a private key; whoever only verifies must not have it');
}

function refuse(variable: string, problem: string): DiagnosticsError {
  return new DiagnosticsError([
    {
      code: 'RMT4022',
      message: `${variable} ${problem}.`,
      mend: `export ${variable}="$(openssl rand -base64 48)"  # a shared secret\nexport ${variable}="$(cat public.pem)"       # or a public key`,
    },
  ]);
}
