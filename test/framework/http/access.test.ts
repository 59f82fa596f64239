import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { env, jwt } from '../../../src/decorators/index.ts';
import type { Origin } from '../../../src/framework/dispatch/entry.ts';
import { jwtAuthenticator, signDevToken } from '../../../src/framework/http/index.ts';
import { entries, entry, PlaceOrder, type Running, serve } from './server.ts';

const secret = 'a shared secret of thirty-two bytes!';
const origins: Origin[] = [];
let server: Running;

beforeAll(async () => {
  const auth = jwtAuthenticator(jwt({ key: env('ORDERS_JWT_KEY') }), secret);
  const guarded = entry(
    'Ordering.guarded',
    PlaceOrder,
    { routes: [['POST', '/guarded']], access: { kind: 'authenticated', scopes: [] } },
    async () => undefined,
  );
  server = await serve([...entries(origins), guarded], { auth });
});
afterAll(() => server.close());
beforeEach(() => {
  origins.length = 0;
});

async function remove(scopes: readonly string[] | undefined): Promise<Response> {
  const token = scopes && (await signDevToken(secret, { subject: 'ada', scopes }));
  return fetch(`${server.address}/orders/7`, {
    method: 'DELETE',
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
}

test('without a token: 401 and the scheme', async () => {
  const response = await remove(undefined);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.json()).toMatchObject({ code: 'RMT3027', detail: 'This needs a bearer token.' });
});

test('with a token that is not valid: 401 and why', async () => {
  const response = await fetch(`${server.address}/orders/7`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer x.y.z' },
  });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect(await response.json()).toMatchObject({ code: 'RMT4010' });
});

test('without all scopes: 403 and those that are missing', async () => {
  const response = await remove(['orders:read', 'other']);
  expect(response.status).toBe(403);
  expect(response.headers.get('www-authenticate')).toBe(
    'Bearer error="insufficient_scope", scope="orders:read orders:admin"',
  );
  expect(await response.json()).toMatchObject({ code: 'RMT3028', missing: ['orders:admin'] });
  expect(origins).toEqual([]);
});

test('with all scopes: the handler learns who it is', async () => {
  const response = await remove(['orders:admin', 'orders:read']);
  expect(response.status).toBe(200);
  expect(origins[0]?.actor).toEqual({ subject: 'ada', scopes: ['orders:admin', 'orders:read'] });
});

test('access is judged before the body is read', async () => {
  const response = await fetch(`${server.address}/guarded`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: 'x'.repeat(2 * 1024 * 1024),
  });
  expect(response.status).toBe(401);
});

test('the body is read once access is granted', async () => {
  const token = await signDevToken(secret, { subject: 'ada', scopes: [] });
  const response = await fetch(`${server.address}/guarded`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: '0193a1a2-7000-7000-8000-000000000000', quantity: 1 }),
  });
  expect(response.status).toBe(204);
});

test('a public handler does not look at tokens', async () => {
  const response = await fetch(`${server.address}/orders/7`, { headers: { authorization: 'Bearer x' } });
  expect(response.status).toBe(200);
  expect(origins[0]?.actor).toBeUndefined();
});

test('without an authenticator nobody gets in', async () => {
  const bare = await serve(entries());
  const token = await signDevToken(secret, { subject: 'ada', scopes: ['orders:admin', 'orders:read'] });
  const response = await fetch(`${bare.address}/orders/7`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(401);
  await bare.close();
});
