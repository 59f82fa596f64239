import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { raw } from './raw.ts';
import { entries, type Running, serve } from './server.ts';

let server: Running;

beforeAll(async () => {
  const quiet = entries().filter(({ handler }) => /place|show|change|remove|queue/.test(handler.name));
  const limits = { headersTimeout: 200, requestTimeout: 200, checkInterval: 20 };
  server = await serve(quiet, { limits });
});
afterAll(() => server.close());

const id = '0193a1a2-7000-7000-8000-000000000000';
const order = fc.record(
  {
    id: fc.oneof(fc.constant(id), fc.anything()),
    quantity: fc.oneof(fc.nat(), fc.anything()),
    lines: fc.oneof(fc.array(fc.record({ product: fc.anything() })), fc.anything()),
    ['__proto__']: fc.anything(),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.json({ maxDepth: 40 }).map((json) => Buffer.from(json)),
  order.map((value) => Buffer.from(text(value))),
  fc.string({ unit: 'binary' }).map((value) => Buffer.from(value)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

function text(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
    );
  } catch {
    return '{';
  }
}

const word = fc.string({ unit: fc.constantFrom(...'abz019-_./;=,:"*%+?& \u00e9'), maxLength: 20 });
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'idempotency-key',
      'traceparent',
      'tracestate',
      'authorization',
      'content-type',
      'accept',
      'expect',
      'upgrade',
      'connection',
      'x-forwarded-for',
      'transfer-encoding',
    ),
    fc.oneof(
      word,
      fc.constantFrom(
        'chunked',
        'close',
        'h2c',
        '100-continue',
        'Bearer a.b.c',
        'application/json',
        `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      ),
    ),
  ),
  fc.tuple(fc.constant('x-any'), word),
);
const target = fc.oneof(
  fc.constantFrom('/orders', '/orders/7', '/queue', '/', '*', '//', '/health/live', 'http://other/orders'),
  word.map((each) => `/orders/${encodeURIComponent(each)}`),
  word.map((each) => `/orders/${each.replaceAll(' ', '')}`),
  word.map((each) => `/orders/7?${each.replaceAll(' ', '')}`),
  fc.constant('/orders/7?__proto__=1&constructor=2&id=7&page=1&page=2'),
);
const method = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'BREW',
  'QUERY',
);
const leak = /node_modules|src\/|\.ts:|\.js:|    at |TypeError|SyntaxError|FST_ERR|ERR_|Unexpected token/;

test('whatever is sent, no answer is a 500, tells internals, or is missing', async () => {
  const statuses = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      method,
      target,
      fc.array(header, { maxLength: 4 }),
      body,
      fc.boolean(),
      async (verb, path, headers, bytes, typed) => {
        const head = [
          `${verb} ${path} HTTP/1.1`,
          'host: a',
          'connection: close',
          ...(typed ? ['content-type: application/json'] : []),
          `content-length: ${bytes.length}`,
          ...headers.map(([name, value]) => `${name}: ${value}`),
        ].join('\r\n');
        const received = await raw(server.port, Buffer.from(`${head}\r\n\r\n`, 'latin1'), bytes);
        const status = /^HTTP\/1\.1 (\d{3})/.exec(
          received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, ''),
        )?.[1];
        expect(status).toMatch(/^[234]/);
        expect(received).not.toMatch(leak);
        statuses.add(status ?? '');
      },
    ),
    { numRuns: 1500 },
  );
  expect(server.telemetry.logs).toEqual([]);
  // The property would prove little if every request failed in the same way.
  expect(statuses.size).toBeGreaterThan(6);
});
