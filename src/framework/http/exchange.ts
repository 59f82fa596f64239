import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../model/index.ts';
import {
  attribute,
  formatTraceparent,
  parseTraceparent,
  readable,
  type Span,
  type TraceContext,
} from '../../telemetry/index.ts';
import type { Answer, Origin } from '../dispatch/entry.ts';
import type { Lane } from './lane.ts';
import { problemOf } from './problem.ts';
import { type Headers, respond } from './respond.ts';

const json = 'application/json';
const problemJson = 'application/problem+json';
/** What nginx calls a client that closed the connection before it was answered. */
const clientGone = 499;

const key = Symbol('remit.exchange');

type Owned = ServerResponse & { [key]?: Exchange };

/** The exchange that a response belongs to. */
export function exchangeOf(response: Owned | undefined): Exchange | undefined {
  return response?.[key];
}

function closed(this: ServerResponse): void {
  exchangeOf(this)?.closed();
}

/** One request and its response: what the event's origin is, and the span around both. */
export class Exchange implements Origin {
  readonly sender = 'http';
  actor: Actor | undefined = undefined;
  id: string | undefined = undefined;
  readonly parent: TraceContext;
  readonly #span: Span;
  readonly #response: ServerResponse;
  readonly #lane: Lane;
  readonly #begun = performance.now();
  #done = false;
  #gone: AbortController | undefined = undefined;

  constructor(lane: Lane, request: IncomingMessage, response: ServerResponse) {
    const { headers } = request;
    this.#lane = lane;
    this.#response = response;
    const parent = parseTraceparent(headers['traceparent'], headers['tracestate']);
    const { name, kind, attributes } = lane.convention;
    this.#span = lane.telemetry.start(name, { kind, parent, attributes });
    this.parent = this.#span.context;
    if (this.parent.sampled) this.#describe(request);
    (response as Owned)[key] = this;
    response.on('close', closed);
    lane.traffic.inFlight += 1;
  }

  /** Aborted when the client is gone; made only for those who ask. */
  get signal(): AbortSignal {
    this.#gone ??= new AbortController();
    if (this.#done) this.#gone.abort();
    return this.#gone.signal;
  }

  /** Sends what the handler answered. `replied` and `silent` are the statuses of a route with and without a reply. */
  answer(answer: Answer | undefined, replied: number, silent: number): void {
    if (this.#done) return;
    if (answer === undefined) this.#send(silent, json, undefined, []);
    else this.#send(answer.status ?? replied, json, JSON.stringify(answer.body ?? null), []);
  }

  /** Sends a response without a body. */
  empty(status: number, headers: Headers): void {
    if (!this.#done) this.#send(status, json, undefined, headers);
  }

  /** Sends an error as a problem, and marks the span when the fault is not the caller's. */
  fail(thrown: unknown, headers: Headers = []): void {
    if (this.#done) return;
    if (this.#response.destroyed) {
      this.closed();
      return;
    }
    const error = readable(thrown);
    const { status, body } = problemOf(error, this.parent.traceId);
    if (status >= 500) this.#span.fail(error);
    const retry = status === 503 ? ['retry-after', '1'] : [];
    this.#send(status, problemJson, body, [...headers, ...retry]);
  }

  /** The connection ended: by now the exchange is over, or nobody waits for it any more. */
  closed(): void {
    if (this.#done) return;
    this.#gone?.abort();
    this.#end(clientGone);
  }

  #send(status: number, type: string, body: string | undefined, headers: Headers): void {
    const trace = formatTraceparent(this.parent);
    const further = this.#lane.traffic.leaving
      ? [...headers, 'traceresponse', trace, 'connection', 'close']
      : headers.length === 0
        ? ['traceresponse', trace]
        : [...headers, 'traceresponse', trace];
    respond(this.#response, status, type, body, further);
    this.#end(status);
  }

  #end(status: number): void {
    const { telemetry, traffic, method, route } = this.#lane;
    this.#done = true;
    traffic.inFlight -= 1;
    this.#span.set(attribute.status, status);
    this.#span.end();
    const seconds = (performance.now() - this.#begun) / 1000;
    telemetry.metrics.httpRequest(seconds, method, route, status);
  }

  #describe(request: IncomingMessage): void {
    const url = request.url ?? '/';
    const query = url.indexOf('?');
    // The query is left out: it is where callers put what should not be written down.
    this.#span.set(attribute.path, query === -1 ? url : url.slice(0, query));
    const { remoteAddress } = request.socket;
    if (remoteAddress !== undefined) this.#span.set(attribute.clientAddress, remoteAddress);
    const agent = request.headers['user-agent'];
    if (agent !== undefined) this.#span.set(attribute.userAgent, agent);
  }
}
