import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { raw } from './raw.ts';
import { entries, type Running, serve } from './server.ts';

let server: Running;

beforeAll(async () => {
  server = await serve(entries());
});
afterAll(() => server.close());

describe('bytes that are no request', () => {
  test.each([
    ['no HTTP at all', ['\u0016\u0003\u0001\u0000'], 400, 'RMT4006'],
    [
      'two lengths',
      ['POST /orders HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'],
      400,
      'RMT4006',
    ],
    [
      'length and chunks',
      [
        'POST /orders HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ],
      400,
      'RMT4006',
    ],
    ['no host', ['GET /orders/7 HTTP/1.1\r\nconnection: close\r\n\r\n'], 400, 'RMT4006'],
    [
      'two hosts',
      ['GET /orders/7 HTTP/1.1\r\nhost: a\r\nHost: a\r\nconnection: close\r\n\r\n'],
      400,
      'RMT4006',
    ],
    [
      'two hosts where there is no route',
      ['GET /none HTTP/1.1\r\nhost: a\r\nHost: b\r\nconnection: close\r\n\r\n'],
      400,
      'RMT4006',
    ],
    ['a fragment', ['GET /orders/7#top HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'], 400, 'RMT4006'],
    ['an expectation', ['GET /orders/7 HTTP/1.1\r\nhost: a\r\nexpect: foo\r\n\r\n'], 417, 'RMT4014'],
    [
      'headers without end',
      [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
      431,
      'RMT4012',
    ],
  ] as const)('%s', async (_name, chunks, status, code) => {
    const received = await raw(server.port, ...chunks);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(received).toContain(`"code":"${code}"`);
    expect(received.toLowerCase()).toContain('connection: close');
  });
});
