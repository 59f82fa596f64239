import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { entries, serve } from './server.ts';

test('after unlisten a connection that was taken is served, and none is taken', async () => {
  const server = await serve(entries());
  const early = connect(server.port, '127.0.0.1').setEncoding('utf8');
  await once(early, 'connect');
  // Another request on another connection: by its answer the server has taken the first connection, too.
  await (await fetch(`${server.address}/orders/1`)).text();
  server.unlisten();

  const late = connect(server.port, '127.0.0.1');
  const [error] = (await once(late, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');

  let received = '';
  early.on('data', (chunk: string) => (received += chunk));
  early.write('GET /orders/7 HTTP/1.1\r\nhost: a\r\n\r\n');
  await once(early, 'close');
  expect(received).toMatch(/^HTTP\/1\.1 200 /);
  expect(received).toContain('connection: close');
  expect(received).toContain('{"id":"7"}');
  await server.close();
});

test('who asks whether it is ready is told that it is not any more', async () => {
  const server = await serve(entries());
  const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
  const ask = async (): Promise<unknown> => {
    socket.write('GET /health/ready HTTP/1.1\r\nhost: a\r\n\r\n');
    return (await once(socket, 'data'))[0];
  };
  expect(await ask()).toMatch(/^HTTP\/1\.1 200 /);
  server.unlisten();
  expect(await ask()).toMatch(/^HTTP\/1\.1 503 /);
  await server.close();
});
