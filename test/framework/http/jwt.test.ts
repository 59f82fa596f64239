import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { env, jwt } from '../../../src/decorators/index.ts';
import { RemitError } from '../../../src/errors/index.ts';
import { jwtAuthenticator, signDevToken } from '../../../src/framework/http/index.ts';

const secret = 'a shared secret of thirty-two bytes!';
const definition = jwt({ key: env('ORDERS_JWT_KEY'), issuer: 'orders', audience: 'shop' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');

interface Claims {
  readonly [name: string]: unknown;
}

const now = Math.floor(Date.now() / 1000);
const good: Claims = { sub: 'ada', iss: 'orders', aud: 'shop', exp: now + 60 };

function sign(
  key: KeyObject | Uint8Array,
  alg: string,
  claims: Claims = good,
  kid?: string,
): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader(kid ? { alg, kid } : { alg }).sign(key);
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function pem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RemitError) return error.code;
    throw error;
  }
  return 'accepted';
}

const bytes = Buffer.from(secret);
const withSecret = jwtAuthenticator(definition, secret);

describe('claims', () => {
  test('become the actor', async () => {
    const token = await sign(bytes, 'HS256', { ...good, tenant: 'acme', scope: 'orders:read  orders:admin' });
    expect(await withSecret.authenticate(`Bearer ${token}`)).toEqual({
      subject: 'ada',
      tenant: 'acme',
      scopes: ['orders:read', 'orders:admin'],
    });
    const list = await sign(bytes, 'HS256', { ...good, scopes: ['orders:read', 7] });
    expect(await withSecret.authenticate(`bearer ${list}`)).toEqual({
      subject: 'ada',
      scopes: ['orders:read'],
    });
    const none = await sign(bytes, 'HS256');
    expect(await withSecret.authenticate(`Bearer ${none}`)).toEqual({ subject: 'ada', scopes: [] });
  });

  test.each<[string, Claims, string]>([
    ['expired', { ...good, exp: now - 60 }, 'RMT4010'],
    ['expired within the tolerance of clocks', { ...good, exp: now - 2 }, 'accepted'],
    ['without exp', { ...good, exp: undefined }, 'RMT4010'],
    ['not valid yet', { ...good, nbf: now + 60 }, 'RMT4010'],
    ['of another issuer', { ...good, iss: 'other' }, 'RMT4010'],
    ['without issuer', { ...good, iss: undefined }, 'RMT4010'],
    ['for another audience', { ...good, aud: ['other'] }, 'RMT4010'],
    ['for several audiences', { ...good, aud: ['other', 'shop'] }, 'accepted'],
    ['without subject', { ...good, sub: undefined }, 'RMT4010'],
    ['with an empty subject', { ...good, sub: '' }, 'RMT4010'],
    ['that expires between two seconds', { ...good, exp: now + 60.5 }, 'RMT4010'],
    ['that expires beyond all clocks', { ...good, exp: 1e300 }, 'RMT4010'],
  ])('a token %s', async (_name, claims, code) => {
    const token = await sign(bytes, 'HS256', claims);
    expect(await codeOf(withSecret.authenticate(`Bearer ${token}`))).toBe(code);
  });

  test('a token that never expires is not valid', async () => {
    const text = JSON.stringify({ ...good, exp: 0 }).replace('"exp":0', '"exp":1e400');
    const signed = `${part({ alg: 'HS256' })}.${Buffer.from(text).toString('base64url')}`;
    const signature = createHmac('sha256', bytes).update(signed).digest('base64url');
    expect(await codeOf(withSecret.authenticate(`Bearer ${signed}.${signature}`))).toBe('RMT4010');
  });

  test.each<[Claims, readonly string[]]>([
    [{ scope: ['a', 'b'] }, ['a', 'b']],
    [{ scopes: 'a  b' }, ['a', 'b']],
    [{ scope: 'a', scopes: ['b'] }, ['a']],
    [{ scope: '', scopes: ['b'] }, []],
    [{ scope: { a: true } }, []],
  ])('the scopes of %j are %j', async (claims, scopes) => {
    const token = await sign(bytes, 'HS256', { ...good, ...claims });
    expect((await withSecret.authenticate(`Bearer ${token}`)).scopes).toEqual(scopes);
  });

  test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])(
    'no token in %p',
    async (header) => {
      expect(await codeOf(withSecret.authenticate(header))).toBe('RMT3027');
    },
  );

  test.each(['Bearer x', 'Bearer a.b.c', `Bearer ${'a'.repeat(9000)}`])(
    'no valid token in a word',
    async (header) => {
      expect(await codeOf(withSecret.authenticate(header))).toBe('RMT4010');
    },
  );
});

describe('keys', () => {
  test.each([
    ['RSA', rsa, 'RS256'],
    ['RSA', rsa, 'PS512'],
    ['P-256', ec, 'ES256'],
    ['Ed25519', ed, 'EdDSA'],
  ])('%s as PEM and as JWK, with %3$s', async (_name, pair, alg) => {
    const token = await sign(pair.privateKey, alg);
    const jwk = JSON.stringify(pair.publicKey.export({ format: 'jwk' }));
    for (const text of [pem(pair.publicKey), jwk]) {
      const { subject } = await jwtAuthenticator(definition, text).authenticate(`Bearer ${token}`);
      expect(subject).toBe('ada');
    }
  });

  test('a set of keys is chosen from by kid', async () => {
    const keys = [
      { ...ec.publicKey.export({ format: 'jwk' }), kid: 'new', alg: 'ES256' },
      { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'old', alg: 'RS256' },
    ];
    const set = jwtAuthenticator(definition, JSON.stringify({ keys }));
    expect(await codeOf(set.authenticate(`Bearer ${await sign(rsa.privateKey, 'RS256', good, 'old')}`))).toBe(
      'accepted',
    );
    expect(await codeOf(set.authenticate(`Bearer ${await sign(ec.privateKey, 'ES256', good, 'new')}`))).toBe(
      'accepted',
    );
    expect(await codeOf(set.authenticate(`Bearer ${await sign(rsa.privateKey, 'RS256', good, 'new')}`))).toBe(
      'RMT4010',
    );
    expect(await codeOf(set.authenticate(`Bearer ${await sign(bytes, 'HS256', good, 'old')}`))).toBe(
      'RMT4010',
    );
  });

  test('algorithm none is refused', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      const token = `${part({ alg })}.${part(good)}.`;
      expect(await codeOf(withSecret.authenticate(`Bearer ${token}`))).toBe('RMT4010');
    }
  });

  test('a public key is never taken for a shared secret', async () => {
    const text = pem(rsa.publicKey);
    const content = `${part({ alg: 'HS256' })}.${part(good)}`;
    const authenticator = jwtAuthenticator(definition, text);
    for (const key of [text, text.trim()]) {
      const forged = `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
      expect(await codeOf(authenticator.authenticate(`Bearer ${forged}`))).toBe('RMT4010');
    }
  });

  test('a secret too short for an algorithm does not verify it', async () => {
    const token = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'HS512' })
      .sign(Buffer.alloc(64, 'another '));
    expect(
      await codeOf(jwtAuthenticator(definition, 'another '.repeat(8)).authenticate(`Bearer ${token}`)),
    ).toBe('accepted');
    expect(await codeOf(withSecret.authenticate(`Bearer ${token}`))).toBe('RMT4010');
  });

  test.each([
    ['a short secret', 'secret'.repeat(5), 'shared secret of 30 bytes'],
    ['white space', ' \n'.repeat(32), 'white space only'],
    ['one character', 'x'.repeat(64), 'one character over and over'],
    ['one character and a line feed', `${'x'.repeat(64)}\n`, 'one character over and over'],
    ['an empty secret', '', 'shared secret of 0 bytes'],
    ['a private PEM', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'private key'],
    ['a private JWK', JSON.stringify(ec.privateKey.export({ format: 'jwk' })), 'private key'],
    ['a secret JWK', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' }), 'secret as a JWK'],
    ['a broken PEM', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'no public key'],
    ['a broken JWK', '{"kty":"RSA"}', 'no public key'],
    ['half a JWK', '{"kty":"RSA"', 'not JSON'],
    ['an empty set', '{"keys":[]}', 'without keys'],
    ['a set with a secret', JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }), 'secret as a JWK'],
    ['a small RSA key', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), '1024 bits'],
    ['an X25519 key', pem(generateKeyPairSync('x25519').publicKey), 'x25519'],
    ['another curve', pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey), 'type ec'],
  ])('%s stops the start and is not told', (_name, text, told) => {
    let message = '';
    try {
      jwtAuthenticator(definition, text);
    } catch (error) {
      expect(error).toBeInstanceOf(RemitError);
      expect((error as RemitError).code).toBe('RMT4022');
      message = (error as RemitError).message;
    }
    expect(message).toContain(`ORDERS_JWT_KEY holds`);
    expect(message).toContain(told);
    if (text.length > 8) expect(message).not.toContain(text.slice(0, 30));
  });
});

describe('development tokens', () => {
  test('are accepted by the authenticator of the same key', async () => {
    const token = await signDevToken(secret, {
      subject: 'dev',
      scopes: ['orders:admin'],
      issuer: 'orders',
      audience: 'shop',
    });
    expect(await withSecret.authenticate(`Bearer ${token}`)).toEqual({
      subject: 'dev',
      scopes: ['orders:admin'],
    });
  });

  test('need a shared secret', async () => {
    expect(await codeOf(signDevToken(pem(rsa.publicKey), { subject: 'dev', scopes: [] }))).toBe('RMT4023');
  });
});
