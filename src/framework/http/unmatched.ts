import type { FastifyInstance } from 'fastify';
import { RemitError } from '../../errors/index.ts';
import { Exchange } from './exchange.ts';
import { type Surroundings, strayLanes } from './lane.ts';
import { methodsOf, type Pattern } from './pattern.ts';
import { malformation } from './strict.ts';

/** Answers what no route takes: 404, 405 with `Allow`, and OPTIONS. Bodies are not read for it. */
export function serveUnmatched(
  server: FastifyInstance,
  patterns: readonly Pattern[],
  surroundings: Surroundings,
): void {
  const lane = strayLanes(surroundings);
  // Hooks of a scope hold for its not-found handler, and for no route outside of it.
  server.register((scope, _options, registered) => {
    scope.addHook('onRequest', (request, reply) => {
      const exchange = new Exchange(lane(request.method), request.raw, reply.raw);
      const refusal = surroundings.traffic.refusal() ?? malformation(request.raw);
      if (refusal) exchange.fail(refusal);
      else answer(exchange, request.method, methodsOf(patterns, pathOf(request.url)));
    });
    scope.setNotFoundHandler(() => undefined);
    registered();
  });
}

function answer(exchange: Exchange, method: string, allowed: readonly string[]): void {
  if (allowed.length === 0) {
    exchange.fail(new RemitError('RMT4004', 'There is nothing at this path.'));
    return;
  }
  const allow = ['allow', allowed.join(', ')];
  if (method === 'OPTIONS') exchange.empty(204, allow);
  else exchange.fail(new RemitError('RMT4005', `This path takes ${allowed.join(', ')}.`), allow);
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
