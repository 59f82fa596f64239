import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { RemitError } from '../../errors/index.ts';
import { exchangeOf } from './exchange.ts';
import { problemOf } from './problem.ts';

const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers on a connection whose bytes are no HTTP request, or none in time; then closes it. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error.code);
  // Node's own name for the response that a connection is busy with.
  const response = Reflect.get(socket, '_httpMessage') as ServerResponse | null | undefined;
  const exchange = exchangeOf(response ?? undefined);
  if (exchange && response?.headersSent === false) {
    // What follows on this connection cannot be understood any more.
    exchange.fail(refusal, ['connection', 'close']);
    return;
  }
  if (response?.headersSent === true) {
    socket.destroy();
    return;
  }
  const { status, body } = problemOf(refusal, undefined);
  const head = [
    `HTTP/1.1 ${status} ${phrases[status] ?? 'Bad Request'}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function refusalOf(code: string | undefined): RemitError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new RemitError('RMT4011', 'The request did not arrive in time.');
  if (code === 'HPE_HEADER_OVERFLOW') return new RemitError('RMT4012', 'The headers are too large.');
  return new RemitError('RMT4006', 'The request is malformed.');
}
