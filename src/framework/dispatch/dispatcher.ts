import { argumentsFor, DeliveryFrame, type EventPlan, type Sent, stage } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import {
  attribute,
  errorType,
  identify,
  parseTraceparent,
  readable,
  type Telemetry,
  type TraceContext,
} from '../../telemetry/index.ts';
import type { Bus, Delivery, Outgoing } from '../bus/bus.ts';
import { Facts } from '../facts/facts.ts';
import { type Answered, answered } from './answer.ts';
import { Asked } from './asked.ts';
import type { CoarseTimeouts } from './coarse-timeouts.ts';
import type { HandlerPlan } from './handler-plan.ts';
import { Outbox, type Parcel } from './outbox.ts';
import { ResultTurn, type Turn } from './turn.ts';

/** Queries that may stand on top of each other. */
const deepest = 16;

const nothing: readonly Outgoing[] = Object.freeze([]);

function invoke({ plan, delivery }: Turn, payload: object): unknown {
  return plan.method.apply(plan.instance, argumentsFor(plan.injections, delivery, payload));
}

/** Runs handlers by their plans: directly, for a query, from the bus. */
export class Dispatcher {
  readonly #telemetry: Telemetry;
  readonly #timeouts: CoarseTimeouts;
  readonly #bus: Bus;
  readonly #plans: ReadonlyMap<string, HandlerPlan>;
  readonly #outbox: Outbox;
  readonly facts: Facts;
  #running = 0;
  #idle: (() => void)[] = [];

  constructor(
    telemetry: Telemetry,
    timeouts: CoarseTimeouts,
    bus: Bus,
    plans: ReadonlyMap<string, HandlerPlan>,
    events: ReadonlyMap<string, EventPlan>,
  ) {
    this.#telemetry = telemetry;
    this.#timeouts = timeouts;
    this.#bus = bus;
    this.#plans = plans;
    const handlersOf = (event: string): readonly string[] =>
      events.get(event)?.handlers.filter((handler) => plans.has(handler)) ?? [];
    this.facts = new Facts(telemetry, handlersOf, (handler, fact, sent) =>
      this.call(this.#planOf(handler), fact, sent, undefined),
    );
    this.#outbox = new Outbox(telemetry, this.facts);
  }

  /** Runs a handler directly; when it resolves, the bus has accepted what was emitted. */
  call(
    plan: HandlerPlan,
    payload: object,
    sent: Sent,
    parent: TraceContext | undefined,
    depth = 0,
  ): Promise<Answered | undefined> {
    const span = this.#telemetry.start(plan.convention.name, {
      kind: plan.convention.kind,
      attributes: plan.convention.attributes,
      parent,
    });
    const delivery = new DeliveryFrame(span, plan.service, plan.model.name, plan.model.event, sent, 1, depth);
    if (span.context.sampled)
      identify(span, { id: delivery.id, correlation: delivery.correlation, sender: sent.sender });
    const turn = new ResultTurn<Answered | undefined>(plan, delivery, this.#late);
    return this.#begin(turn, this.#direct, payload);
  }

  /** Runs the handler of a query for the delivery that asks. */
  async ask(asking: DeliveryFrame, query: EventPlan, payload: object): Promise<object | undefined> {
    const plan = this.#planOf(query.handlers[0] ?? '');
    if (asking.depth >= deepest) {
      throw new RemitError('RMT3025', `${asking.handler} asks ${query.name} below ${deepest} other queries.`);
    }
    const sent = new Asked(asking);
    asking.asked += 1;
    this.facts.sent(query.name, asking.handler, query.handlers, asking.sent.correlation);
    try {
      const answer = await this.call(plan, payload, sent, this.#telemetry.current(), asking.depth + 1);
      return answer?.reply;
    } catch (cause) {
      if (!(cause instanceof RemitError) || cause.code !== 'RMT3030') throw cause;
      const message = `${plan.model.name} did not answer ${query.name} in time.`;
      throw new RemitError('RMT3022', message, { cause, details: { query: query.name } });
    }
  }

  /** Runs a delivery of the bus; resolves with what it emitted, for the bus to commit. */
  async deliver(from: Delivery): Promise<readonly Outgoing[]> {
    const { envelope, handler, attempt } = from;
    const plan = this.#planOf(handler);
    const parent = parseTraceparent(envelope.traceparent);
    const span = this.#telemetry.start(plan.convention.name, {
      kind: plan.convention.kind,
      attributes: plan.convention.attributes,
      parent,
      ...(parent && { links: [parent] }),
    });
    const delivery = new DeliveryFrame(span, plan.service, handler, envelope.command, envelope, attempt, 0);
    if (span.context.sampled) {
      identify(span, envelope);
      span.set(attribute.attempt, attempt);
    }
    const turn = new ResultTurn<readonly Outgoing[]>(plan, delivery, this.#late);
    return this.#begin(turn, this.#fromBus, envelope.payload as object);
  }

  #begin<Result>(
    turn: ResultTurn<Result>,
    work: (turn: ResultTurn<Result>, payload: object) => Promise<void>,
    payload: object,
  ): Promise<Result> {
    this.#running += 1;
    this.#timeouts.add(turn.plan.limit, turn);
    return new Promise((resolve, reject) => {
      turn.resolve = resolve;
      turn.reject = reject;
      void this.#telemetry.active.run(turn.delivery, work, turn, payload);
    });
  }

  readonly #direct = async (turn: ResultTurn<Answered | undefined>, payload: object): Promise<void> => {
    try {
      const returned = await invoke(turn, payload);
      if (turn.over) return;
      const answer = this.#settle(turn, returned);
      const { staged } = turn.delivery;
      if (staged !== undefined) await this.#publish(this.#outbox.pack(turn.delivery, staged));
      this.#finish(turn, undefined);
      turn.resolve(answer);
    } catch (error) {
      if (!turn.over) this.#fail(turn, error);
    }
  };

  readonly #fromBus = async (turn: ResultTurn<readonly Outgoing[]>, payload: object): Promise<void> => {
    try {
      const returned = await invoke(turn, turn.plan.payload.parse(payload));
      if (turn.over) return;
      this.#settle(turn, returned);
      const parcel = turn.delivery.staged && this.#outbox.pack(turn.delivery, turn.delivery.staged);
      parcel?.close();
      this.#finish(turn, undefined);
      turn.resolve(parcel?.outgoing ?? nothing);
    } catch (error) {
      if (!turn.over) this.#fail(turn, error);
    }
  };

  readonly #late = (turn: Turn, error: RemitError): void => {
    this.#telemetry.active.run(turn.delivery, () => this.#fail(turn, error));
  };

  /** From here on time is no longer limited: the handler is done, and its handles are revoked. */
  #settle(turn: Turn, returned: unknown): Answered | undefined {
    this.#timeouts.remove(turn);
    turn.delivery.end();
    const answer = answered(turn.plan, returned);
    if (answer !== undefined && answer.plan.handlers.length > 0)
      stage(turn.delivery, answer.plan, answer.body);
    return answer;
  }

  #fail(turn: Turn, thrown: unknown): void {
    const error = readable(thrown);
    turn.delivery.end();
    turn.delivery.span.fail(error);
    this.#finish(turn, errorType(error));
    turn.reject(error);
  }

  #finish(turn: Turn, fault: string | undefined): void {
    turn.over = true;
    this.#timeouts.remove(turn);
    turn.delivery.span.end();
    const { event, name } = turn.plan.model;
    this.#telemetry.metrics.processed((performance.now() - turn.started) / 1000, event, name, fault);
    this.#running -= 1;
    if (this.#running > 0 || this.#idle.length === 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #publish(parcel: Parcel): Promise<void> {
    try {
      if (parcel.outgoing.length > 0) await this.#bus.publish(parcel.outgoing);
      parcel.close();
    } catch (error) {
      parcel.close(error);
      throw error;
    }
  }

  #planOf(handler: string): HandlerPlan {
    const plan = this.#plans.get(handler);
    if (plan) return plan;
    throw new RemitError('RMT3026', `There is no handler ${handler} in this application.`, {
      details: { handler },
    });
  }

  /** Resolves when nothing runs. */
  async drain(): Promise<void> {
    await this.facts.drain();
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
    await this.facts.drain();
  }
}
