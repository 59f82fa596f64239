import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Origin } from '../../../src/framework/dispatch/entry.ts';
import { entries, type Running, serve } from './server.ts';

const id = '0193a1a2-7000-7000-8000-000000000000';
const origins: Origin[] = [];
let server: Running;

beforeAll(async () => {
  server = await serve(entries(origins));
});
afterAll(() => server.close());
beforeEach(() => {
  origins.length = 0;
  server.telemetry.clear();
});

function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(server.address + path, {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

describe('payloads', () => {
  test('a POST takes its JSON body', async () => {
    const response = await send('POST', '/orders', { id, quantity: 2, lines: [{ product: 'tea' }] });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id, quantity: 2, lines: [{ product: 'tea' }] });
  });

  test('a GET takes path and query, converted by the declared types', async () => {
    const response = await send('GET', '/orders/a%20b?page=2');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: 'a b', page: 2 });
  });

  test('a PUT takes body and path, which may agree', async () => {
    expect(await (await send('PUT', '/orders/7', { note: 'x' })).json()).toEqual({ id: 7, note: 'x' });
    expect(await (await send('PUT', '/orders/7', { id: 7 })).json()).toEqual({ id: 7 });
    expect(await (await send('PUT', '/orders/7')).json()).toEqual({ id: 7 });
  });

  test('a charset is taken, and the content type in any case', async () => {
    const response = await fetch(`${server.address}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
      body: JSON.stringify({ id, quantity: 1 }),
    });
    expect(response.status).toBe(201);
  });
});

describe('statuses', () => {
  test.each([
    ['POST', '/orders', 201],
    ['POST', '/queue', 202],
    ['POST', '/quiet', 204],
  ])('%s %s answers %i', async (method, path, status) => {
    const response = await send(method, path, { id, quantity: 1 });
    expect(response.status).toBe(status);
    if (status !== 201) expect(await response.text()).toBe('');
  });

  test('a reply class may bring its own', async () => {
    const response = await send('GET', '/absent/7');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ id: '7' });
  });
});

describe('methods', () => {
  test('HEAD answers as GET does, without a body', async () => {
    const response = await send('HEAD', '/orders/7');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(JSON.stringify({ id: '7' }).length));
    expect(await response.text()).toBe('');
  });

  test('OPTIONS tells the methods of a path', async () => {
    const response = await send('OPTIONS', '/orders/7');
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PUT');
    expect((await send('OPTIONS', '/nothing')).status).toBe(404);
  });
});

describe('headers', () => {
  test('answers and problems are neither sniffed nor stored, and do not name the server', async () => {
    for (const path of ['/orders/7', '/nothing', '/throws/7', '/health/live']) {
      const { headers } = await send('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test('an Idempotency-Key decides the id of the event, for the same request only', async () => {
    const place = (header: string, quantity = 1) =>
      send('POST', '/orders', { id, quantity }, { 'idempotency-key': header });
    for (const header of [id, `"${id}"`]) await place(header);
    await place(id, 2);
    await place('remit.EventSent:1');
    await send('POST', '/orders', { id, quantity: 1 });
    const [first, again, changed, another, none] = origins.map((origin) => origin.id);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toBe(first);
    expect(new Set([first, changed, another]).size).toBe(3);
    expect(another).toMatch(/^[0-9a-f-]{36}$/);
    expect(none).toBeUndefined();
  });
});

describe('traces', () => {
  test('a server span continues the trace of the caller and is the parent of the handler', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const response = await send('GET', '/orders/7?page=1', undefined, { traceparent });
    const [span] = server.telemetry.spans;
    expect(span).toMatchObject({
      name: 'GET /orders/:id',
      kind: 'server',
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/orders/:id',
        'url.path': '/orders/7',
        'http.response.status_code': 200,
        'client.address': '127.0.0.1',
      },
    });
    expect(origins[0]?.parent).toMatchObject({ traceId, sampled: true });
    expect(response.headers.get('traceresponse')).toBe(`00-${traceId}-${origins[0]?.parent?.spanId}-01`);
  });

  test('only faults of the application mark the span as failed', async () => {
    await send('GET', '/orders/7?page=x');
    await send('GET', '/throws/7');
    expect(server.telemetry.spans.map((span) => span.attributes['error.type'])).toEqual([
      undefined,
      'TypeError',
    ]);
    expect(server.telemetry.logs.map((line) => line.level)).toEqual(['error']);
  });

  test('every request is measured by route, and never by what the caller chose', async () => {
    await send('GET', '/orders/7');
    await send('GET', '/nothing/of/the/kind');
    await send('PROPFIND', '/orders/7');
    const points = JSON.stringify(server.telemetry.readMetrics());
    expect(points).toContain('/orders/:id');
    expect(points).not.toContain('nothing');
    expect(points).not.toContain('PROPFIND');
  });
});

describe('health', () => {
  test('is served, untraced, where no route takes its path', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await send('GET', path);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: 'pass' });
    }
    expect(server.telemetry.spans).toEqual([]);
    expect((await send('POST', '/health/live')).status).toBe(405);
  });
});

test('a handler without access is not reachable', async () => {
  expect((await send('GET', '/unreachable/7')).status).toBe(404);
});
