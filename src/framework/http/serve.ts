import { type AddressInfo, Server } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { RemitError } from '../../errors/index.ts';
import type { Entry } from '../dispatch/entry.ts';
import { takeJson } from './body.ts';
import { answerClientError } from './client-error.ts';
import { serveHealth } from './health.ts';
import type { Surroundings } from './lane.ts';
import { listen } from './listen.ts';
import { defaultLimits, type HttpLimits, type HttpOptions, type HttpServer } from './options.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { compileRefusal, compileUnmet } from './refusals.ts';
import { serveRoute } from './route.ts';
import { Traffic } from './traffic.ts';
import { serveUnmatched } from './unmatched.ts';

/**
 * Serves the routes of all entries over HTTP. Everything is compiled before the first request is taken.
 *
 * @throws DiagnosticsError RMT4020 when the port is in use, RMT4021 when the address is refused.
 */
export async function serveHttp(
  entries: ReadonlyMap<string, Entry>,
  options: HttpOptions,
): Promise<HttpServer> {
  const limits = { ...defaultLimits, ...options.limits };
  const traffic = new Traffic(limits.inFlight);
  const surroundings: Surroundings = { telemetry: options.telemetry, traffic, auth: options.auth };
  const server = build(limits, surroundings);
  const patterns: Pattern[] = [];
  for (const entry of entries.values()) {
    // A handler without a declared access is not reachable from outside, whatever its routes say.
    if (entry.handler.access === undefined) continue;
    for (const route of entry.handler.routes) {
      serveRoute(server, entry, route, surroundings);
      patterns.push(compilePattern(route));
    }
  }
  const health = serveHealth(server, patterns, traffic, options.isWell);
  serveUnmatched(server, [...patterns, ...health.map(healthPattern)], surroundings);
  server.server.maxConnections = limits.connections;
  const address = await listen(server, options.host, options.port);
  return {
    address,
    port: (server.server.address() as AddressInfo).port,
    unlisten: () => unlisten(server, traffic),
    close: () => close(server, traffic, limits.drain),
  };
}

/** Takes the place of what compiles schemas: payload classes judge, and no route has a schema. */
function noCompiler(): never {
  throw new RemitError('RMT6039', 'A route was given a schema of Fastify.');
}

/** Given so that Fastify does not load its own compilers, which are a hundred modules. */
const noSchemas = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } };

function build(limits: HttpLimits, surroundings: Surroundings): FastifyInstance {
  const refuse = compileRefusal(surroundings, limits.body);
  const server = fastify({
    logger: false,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    // A server that is closing answers by itself, in problem details.
    return503OnClosing: false,
    bodyLimit: limits.body,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    http: {
      headersTimeout: limits.headersTimeout,
      connectionsCheckingInterval: limits.checkInterval,
      maxHeaderSize: 16 * 1024,
      // Node would answer without a body.
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: 1024 },
    schemaController: noSchemas,
    frameworkErrors: refuse,
    clientErrorHandler: answerClientError,
  });
  server.decorateRequest('exchange', null as never);
  server.setErrorHandler(refuse);
  takeJson(server);
  server.server.on('checkExpectation', compileUnmet(surroundings));
  return server;
}

function healthPattern(path: string): Pattern {
  return compilePattern({ method: 'GET', path, parameters: [] });
}

/**
 * Closes the listening socket alone. Node's own `close` also resets connections whose first request is still on its
 * way, which their callers would see.
 */
function unlisten(server: FastifyInstance, traffic: Traffic): void {
  traffic.leaving = true;
  Server.prototype.close.call(server.server);
}

async function close(server: FastifyInstance, traffic: Traffic, drain: number): Promise<void> {
  traffic.leaving = true;
  traffic.closing = true;
  const timer = setTimeout(() => server.server.closeAllConnections(), drain);
  await server.close();
  clearTimeout(timer);
}
