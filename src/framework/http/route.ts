import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessModel, HandlerModel, RouteModel } from '../../model/index.ts';
import type { Entry } from '../dispatch/entry.ts';
import type { Authenticator } from './auth/authenticator.ts';
import { compileGate, type Gate } from './auth/gate.ts';
import { Exchange } from './exchange.ts';
import { idempotencyKeyOf, repeatableId } from './idempotency-key.ts';
import { compileInput } from './input.ts';
import { type Lane, laneOf, type Surroundings } from './lane.ts';
import { malformation } from './strict.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else happens to a request of a route. */
    exchange: Exchange;
  }
}

/** Registers one route, compiled: its functions are made here, once, and close over all they need. */
export function serveRoute(
  server: FastifyInstance,
  entry: Entry,
  route: RouteModel,
  surroundings: Surroundings,
): void {
  const methods = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];
  for (const method of methods) {
    server.route({
      method,
      url: route.path,
      onRequest: compileOpening(laneOf(method, route.path, surroundings), entry.handler, surroundings.auth),
      handler: compileHandler(entry, route),
    });
  }
}

type Opening = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

/** What happens before the body is read. Never calling `done` is how a request ends here. */
function compileOpening(lane: Lane, handler: HandlerModel, auth: Authenticator | undefined): Opening {
  const gate = isOpen(handler.access) ? undefined : compileGate(handler, auth);
  return (request, reply, done) => {
    const exchange = new Exchange(lane, request.raw, reply.raw);
    request.exchange = exchange;
    const refusal = lane.traffic.refusal() ?? malformation(request.raw);
    if (refusal) exchange.fail(refusal);
    else if (gate === undefined) done();
    else void enter(gate, exchange, request.headers.authorization, done);
  };
}

function isOpen(access: AccessModel | undefined): boolean {
  return access?.kind === 'public';
}

async function enter(
  gate: Gate,
  exchange: Exchange,
  authorization: string | undefined,
  done: () => void,
): Promise<void> {
  try {
    exchange.actor = await gate.admit(authorization);
  } catch (error) {
    exchange.fail(error, gate.challenge(error));
    return;
  }
  done();
}

function compileHandler(entry: Entry, route: RouteModel): (request: FastifyRequest) => void {
  const input = compileInput(route, entry.payload);
  const replied = route.status ?? (route.method === 'POST' ? 201 : 200);
  const silent = route.status ?? 204;
  const keyed = route.method !== 'GET';
  const { name } = entry.handler;
  const serve = async (request: FastifyRequest): Promise<void> => {
    const { exchange } = request;
    try {
      const key = keyed ? idempotencyKeyOf(request.headers['idempotency-key']) : undefined;
      const payload = input(request);
      if (key !== undefined) exchange.id = repeatableId(key, name, exchange.actor, request);
      exchange.answer(await entry.call(payload, exchange), replied, silent);
    } catch (error) {
      exchange.fail(error);
    }
  };
  // Returning nothing tells Fastify that the answer is written past its reply.
  return (request) => void serve(request);
}
