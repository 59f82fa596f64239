import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RemitError } from '../../errors/index.ts';
import { Exchange, exchangeOf } from './exchange.ts';
import { type Surroundings, strayLanes } from './lane.ts';

/** Bytes of a refused body that are read and thrown away, so that the client gets to read the answer. */
const patience = 16 * 1024 * 1024;

const malformed: readonly string[] = [
  'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
  'FST_ERR_BAD_URL',
  'FST_ERR_MAX_PARAM_LENGTH',
];

/** Fastify's errors in Remit's words. */
export function refusalOf(error: Error & { readonly code?: string }, limit: number): Error {
  const { code } = error;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new RemitError('RMT4003', `The body may have ${limit} bytes at most.`);
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new RemitError('RMT4002', 'Send the body as application/json.');
  }
  return code !== undefined && malformed.includes(code)
    ? new RemitError('RMT4006', 'The request is malformed.')
    : error;
}

/** Answers for Fastify when a request fails before its handler runs. */
export function compileRefusal(
  surroundings: Surroundings,
  limit: number,
): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  const lane = strayLanes(surroundings);
  return (error, request, reply) => {
    const exchange = exchangeOf(reply.raw) ?? new Exchange(lane(request.method), request.raw, reply.raw);
    const refusal = refusalOf(error, limit);
    exchange.fail(refusal);
    if (refusal instanceof RemitError && refusal.code === 'RMT4003') discard(request.raw);
  };
}

/** Answers an `Expect` that is not `100-continue`, for Node, which would do so without a body. */
export function compileUnmet(
  surroundings: Surroundings,
): (request: IncomingMessage, response: ServerResponse) => void {
  const lane = strayLanes(surroundings);
  return (request, response) => {
    const exchange = new Exchange(lane(request.method ?? ''), request, response);
    exchange.fail(new RemitError('RMT4014', 'Expect: only 100-continue can be met.'), [
      'connection',
      'close',
    ]);
  };
}

/** A client that is still sending would take a closed connection for a failure and never see why. */
function discard(request: IncomingMessage): void {
  let left = patience;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
