import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { DiagnosticsError } from '../../../src/errors/index.ts';
import type { Answer, Origin } from '../../../src/framework/dispatch/entry.ts';
import { entries, entry, everyone, type Running, serve, ShowOrder } from './server.ts';
import { raw } from './raw.ts';

/** A handler that waits until it is told to go on. */
function waiting(): {
  readonly entry: ReturnType<typeof entry>;
  readonly entered: Promise<Origin>;
  finish(): void;
} {
  const entered = Promise.withResolvers<Origin>();
  const finished = Promise.withResolvers<Answer>();
  return {
    entry: entry(
      'Slow.show',
      ShowOrder,
      { routes: [['GET', '/slow/:id']], access: everyone },
      (_payload, origin) => {
        entered.resolve(origin);
        return finished.promise;
      },
    ),
    entered: entered.promise,
    finish: () => finished.resolve({ event: 'Done', body: { done: true } }),
  };
}

async function settled(server: Running, spans: number): Promise<void> {
  while (server.telemetry.spans.length < spans) await new Promise((resolve) => setImmediate(resolve));
}

describe('closing', () => {
  test('finishes requests in flight, then takes none', async () => {
    const slow = waiting();
    const server = await serve([slow.entry]);
    const response = fetch(`${server.address}/slow/7`);
    await slow.entered;
    const closing = server.close();
    slow.finish();
    expect(await (await response).json()).toEqual({ done: true });
    expect((await response).headers.get('connection')).toBe('close');
    await closing;
    await expect(fetch(`${server.address}/slow/7`)).rejects.toThrow('fetch failed');
  });

  test('refuses what still arrives on open connections', async () => {
    const server = await serve(entries());
    const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
    const received: string[] = [];
    const answered = new Promise<void>((resolve) => {
      socket.on('data', (chunk: string) => {
        received.push(chunk);
        resolve();
      });
    });
    const ended = new Promise((resolve) => socket.on('close', resolve));
    socket.write('GET /orders/7 HTTP/1.1\r\nhost: a\r\n\r\nGET /orders/8 HTTP/1.1\r\nhost: a\r\n');
    await answered;
    const closing = server.close();
    socket.write('\r\n');
    await ended;
    await closing;
    expect(received[0]).toContain('{"id":"7"}');
    expect(received.at(-1)).toMatch(/^HTTP\/1\.1 503 /);
    expect(received.at(-1)).toContain('"code":"RMT3035"');
    expect(received.at(-1)).toContain('connection: close');
  });

  test('does not wait for ever', async () => {
    const slow = waiting();
    const server = await serve([slow.entry], { limits: { drain: 50 } });
    const response = fetch(`${server.address}/slow/7`);
    const failed = expect(response).rejects.toThrow('fetch failed');
    await slow.entered;
    await server.close();
    await failed;
    slow.finish();
  });
});

describe('a client that is gone', () => {
  test('aborts the signal of its event and ends the span', async () => {
    const slow = waiting();
    const server = await serve([slow.entry]);
    const controller = new AbortController();
    const response = fetch(`${server.address}/slow/7`, { signal: controller.signal });
    const failed = expect(response).rejects.toThrow('aborted');
    const { signal } = await slow.entered;
    expect(signal?.aborted).toBe(false);
    const aborted = new Promise((resolve) => signal?.addEventListener('abort', resolve));
    controller.abort();
    await aborted;
    await failed;
    slow.finish();
    await settled(server, 1);
    expect(server.telemetry.spans[0]?.attributes['http.response.status_code']).toBe(499);
    await server.close();
  });

  const half =
    'POST /orders HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n';

  test('in the middle of its body ends the span, and is no fault of the application', async () => {
    const server = await serve(entries());
    const socket = connect(server.port, '127.0.0.1');
    const begun = new Promise((resolve) => socket.on('data', resolve));
    socket.write(`${half}expect: 100-continue\r\n\r\n{`);
    await begun;
    socket.resetAndDestroy();
    await settled(server, 1);
    expect(server.telemetry.spans[0]?.attributes['http.response.status_code']).toBe(499);
    expect(server.telemetry.logs).toEqual([]);
    await server.close();
  });

  test('that only stops sending is told so', async () => {
    const server = await serve(entries());
    const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
    const answer = new Promise((resolve) => socket.on('data', resolve));
    socket.end(`${half}\r\n{`);
    expect(await answer).toContain('"code":"RMT4006"');
    await server.close();
  });
});

describe('bounds', () => {
  test('requests beyond the limit are told to come back', async () => {
    const slow = waiting();
    const server = await serve([slow.entry, ...entries()], { limits: { inFlight: 1 } });
    const first = fetch(`${server.address}/slow/7`);
    await slow.entered;
    const refused = await fetch(`${server.address}/orders/7`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'RMT4009' });
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
    slow.finish();
    expect((await first).status).toBe(200);
    expect((await fetch(`${server.address}/orders/7`)).status).toBe(200);
    await server.close();
  });

  test.each([
    ['headers', 'GET /orders/7 HTTP/1.1\r\nhost: a\r\n'],
    [
      'a body',
      'POST /orders HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('%s that do not arrive end the connection', async (_name, bytes) => {
    const limits = { headersTimeout: 100, requestTimeout: 100, checkInterval: 20 };
    const server = await serve(entries(), { limits });
    const received = await raw(server.port, bytes);
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toContain('"code":"RMT4011"');
    await server.close();
  });

  test('a body without a length is bounded as well', async () => {
    const server = await serve(entries(), { limits: { body: 1000 } });
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`"${'x'.repeat(2000)}"`));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const response = await fetch(`${server.address}/orders`, init);
    expect(response.status).toBe(413);
    await server.close();
  });
});

describe('an address that cannot be had', () => {
  async function diagnosticOf(work: Promise<Running>): Promise<unknown> {
    try {
      await (await work).close();
    } catch (error) {
      if (error instanceof DiagnosticsError) return error.diagnostics[0];
      throw error;
    }
    return undefined;
  }

  test('a port in use is named, with another to take', async () => {
    const server = await serve(entries());
    expect(await diagnosticOf(serve(entries(), { port: server.port }))).toEqual({
      code: 'RMT4020',
      message: `Port ${server.port} of 127.0.0.1 is in use.`,
      mend: expect.stringContaining(`PORT=${server.port + 1}`),
    });
    await server.close();
  });

  test('so is a host of another machine', async () => {
    expect(await diagnosticOf(serve(entries(), { host: '192.0.2.1' }))).toMatchObject({ code: 'RMT4021' });
    expect(await diagnosticOf(serve(entries(), { port: 99_999 }))).toMatchObject({ code: 'RMT4021' });
  });
});

test('a route may take the path of a health endpoint', async () => {
  const own = entry(
    'Own.health',
    ShowOrder,
    { routes: [['GET', '/health/:id']], access: everyone },
    async (payload) => ({
      event: 'Own',
      body: { ...payload },
    }),
  );
  const server = await serve([own]);
  expect(await (await fetch(`${server.address}/health/live`)).json()).toEqual({ id: 'live' });
  await server.close();
});
