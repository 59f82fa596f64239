import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entries, type Running, serve } from './server.ts';

const id = '0193a1a2-7000-7000-8000-000000000000';
let server: Running;

beforeAll(async () => {
  server = await serve(entries());
});
afterAll(() => server.close());

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly expected: Readonly<Record<string, unknown>>;
}

const json = { 'content-type': 'application/json' };

function problem(code: string, title: string, status: number, detail?: string): Record<string, unknown> {
  return {
    type: `urn:remit:error:${code}`,
    title,
    status,
    ...(detail !== undefined && { detail }),
    code,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  };
}

function invalid(
  detail: string,
  ...violations: readonly (readonly [string, string, string])[]
): Record<string, unknown> {
  return {
    ...problem('RMT3021', 'A payload does not fit its class', 400, detail),
    violations: violations.map(([path, rule, message]) => ({ path, rule, message })),
  };
}

const unknown = 'this property does not exist here';
const deep = '{"id":1,"lines":'.concat('['.repeat(100_000), ']'.repeat(100_000), '}');
const notJson = problem('RMT4001', 'The body is not JSON', 400, 'The body is not valid JSON.');
const notAcceptable = problem(
  'RMT4002',
  'The body has another content type than JSON',
  415,
  'Send the body as application/json.',
);
const internal = (code: string): Record<string, unknown> => problem(code, 'Internal error', 500);
const tooLarge = problem('RMT4003', 'The body is too large', 413, 'The body may have 1048576 bytes at most.');

const cases: readonly Case[] = [
  { name: 'malformed JSON', path: '/orders', headers: json, body: '{"id":', expected: notJson },
  { name: 'JSON with something behind it', path: '/orders', headers: json, body: '{} {}', expected: notJson },
  {
    name: 'bytes that are not UTF-8',
    path: '/orders',
    headers: json,
    body: Buffer.from([0x22, 0xff, 0x22]),
    expected: notJson,
  },
  {
    name: 'wrong content type',
    path: '/orders',
    headers: { 'content-type': 'text/xml' },
    body: '<a/>',
    expected: notAcceptable,
  },
  {
    name: 'malformed content type',
    path: '/orders',
    headers: { 'content-type': 'json' },
    body: '{}',
    expected: notAcceptable,
  },
  {
    name: 'form content type',
    path: '/orders',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=1',
    expected: notAcceptable,
  },
  {
    name: 'a 10 MB body',
    path: '/orders',
    headers: json,
    body: Buffer.alloc(10 * 1024 * 1024, 0x20),
    expected: tooLarge,
  },
  {
    name: 'deep nesting',
    path: '/orders',
    headers: json,
    body: deep,
    expected: {
      ...invalid(`PlaceOrder: lines${'[0]'.repeat(31)}: data may nest 32 levels at most`, [
        `lines${'[0]'.repeat(31)}`,
        'depth',
        'data may nest 32 levels at most',
      ]),
    },
  },
  {
    name: 'unknown properties, nested ones included',
    path: '/orders',
    headers: json,
    body: JSON.stringify({ id, quantity: 1, admin: true, lines: [{ product: 'tea', price: 0 }] }),
    expected: invalid(
      `PlaceOrder: admin: ${unknown} (and 1 more)`,
      ['admin', 'unknownProperty', unknown],
      ['lines[0].price', 'unknownProperty', unknown],
    ),
  },
  {
    name: '__proto__',
    path: '/orders',
    headers: json,
    body: `{"id":"${id}","quantity":1,"__proto__":{"admin":true}}`,
    expected: invalid(`PlaceOrder: __proto__: ${unknown}`, ['__proto__', 'unknownProperty', unknown]),
  },
  {
    name: '__proto__ in the query',
    method: 'GET',
    path: '/orders/7?__proto__=x',
    expected: invalid(`ShowOrder: __proto__: ${unknown}`, ['__proto__', 'unknownProperty', unknown]),
  },
  {
    name: 'broken rules',
    path: '/orders',
    headers: json,
    body: '{"id":"x","quantity":0}',
    expected: invalid(
      'PlaceOrder: id must be a UUID (and 1 more)',
      ['id', 'isUuid', 'id must be a UUID'],
      ['quantity', 'min', 'quantity must not be less than 1'],
    ),
  },
  {
    name: 'a body that is no object',
    path: '/orders',
    headers: json,
    body: '[]',
    expected: invalid('PlaceOrder: this must be an object', ['', 'type', 'this must be an object']),
  },
  {
    name: 'a body that is null',
    path: '/orders',
    headers: json,
    body: 'null',
    expected: invalid('PlaceOrder: this must be an object', ['', 'type', 'this must be an object']),
  },
  {
    name: 'a body that is null beside parameters of the path',
    method: 'PUT',
    path: '/orders/7',
    headers: json,
    body: 'null',
    expected: invalid('ChangeOrder: this must be an object', ['', 'type', 'this must be an object']),
  },
  {
    name: 'a body in another charset',
    path: '/orders',
    headers: { 'content-type': 'application/json; charset=latin1' },
    body: '{}',
    expected: { ...notAcceptable, detail: 'Send the body as application/json in UTF-8.' },
  },
  {
    name: 'a compressed body',
    path: '/orders',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: '{}',
    expected: { ...notAcceptable, detail: 'Send the body as it is, without a content-encoding.' },
  },
  {
    name: 'no body',
    path: '/orders',
    expected: invalid(
      'PlaceOrder: id must be a UUID (and 2 more)',
      ['id', 'isUuid', 'id must be a UUID'],
      ['quantity', 'min', 'quantity must not be less than 1'],
      ['quantity', 'isInt', 'quantity must be an integer number'],
    ),
  },
  {
    name: 'a body that contradicts the path',
    method: 'PUT',
    path: '/orders/7',
    headers: json,
    body: '{"id":8}',
    expected: problem(
      'RMT4007',
      'Body or query contradicts the path',
      400,
      'The body names another id than the path.',
    ),
  },
  {
    name: 'a query that contradicts the path',
    method: 'GET',
    path: '/orders/7?id=8',
    expected: problem(
      'RMT4007',
      'Body or query contradicts the path',
      400,
      'The query names another id than the path.',
    ),
  },
  {
    name: 'a malformed Idempotency-Key',
    path: '/orders',
    headers: { ...json, 'idempotency-key': 'a b' },
    body: JSON.stringify({ id, quantity: 1 }),
    expected: problem(
      'RMT4008',
      'The Idempotency-Key header is malformed',
      400,
      'Idempotency-Key: send a UUID, or 1 to 128 visible ASCII characters.',
    ),
  },
  {
    name: 'a wrong method',
    method: 'PATCH',
    path: '/orders/7',
    headers: json,
    body: '{"broken',
    expected: problem(
      'RMT4005',
      'The route has no such method',
      405,
      'This path takes DELETE, GET, HEAD, OPTIONS, PUT.',
    ),
  },
  {
    name: 'an unknown route',
    path: '/nothing',
    headers: { 'content-type': 'text/xml' },
    body: '<a/>',
    expected: problem('RMT4004', 'There is no such route', 404, 'There is nothing at this path.'),
  },
  {
    name: 'a malformed URL',
    method: 'GET',
    path: '/orders/%E0%A4%A',
    expected: problem('RMT4006', 'The request is malformed', 400, 'The request is malformed.'),
  },
  {
    name: 'a path parameter without end',
    method: 'GET',
    path: `/orders/${'x'.repeat(1025)}`,
    expected: problem('RMT4006', 'The request is malformed', 400, 'The request is malformed.'),
  },
  { name: 'a handler that throws', method: 'GET', path: '/throws/7', expected: internal('RMT4013') },
  {
    name: 'a stored value that no longer fits',
    method: 'GET',
    path: '/stored/7',
    expected: internal('RMT3011'),
  },
  {
    name: 'a handler that never ends',
    method: 'GET',
    path: '/late/7',
    expected: problem('RMT3030', 'A handler took too long', 504),
  },
];

describe('each is a coded problem that tells no internals', () => {
  test.each(cases)('$name', async ({ method = 'POST', path, headers = {}, body, expected }) => {
    const response = await fetch(server.address + path, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await response.text();
    expect(JSON.parse(text)).toEqual(expected);
    expect(response.status).toBe(expected['status']);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/secret|node_modules|\.ts|\.js|    at /);
  });

  test('a wrong method is told which ones there are', async () => {
    const response = await fetch(`${server.address}/orders/7`, { method: 'PATCH' });
    expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PUT');
  });

  test('the application serves on after all of them', async () => {
    const response = await fetch(`${server.address}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset="UTF-8"', 'content-encoding': 'identity' },
      body: JSON.stringify({ id, quantity: 1 }),
    });
    expect(response.status).toBe(201);
  });
});
