import { DeliveryFrame, derivedEventId, type EventPlan, type Sent, stage } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import { attribute, identify } from '../../telemetry/conventions.ts';
import { errorType } from '../../telemetry/error-type.ts';
import type { Telemetry, TraceContext } from '../../telemetry/index.ts';
import { parseTraceparent } from '../../telemetry/traceparent.ts';
import type { Bus, Delivery, Outgoing } from '../bus/bus.ts';
import { Facts } from '../facts/facts.ts';
import { type Answered, answered } from './answer.ts';
import type { CoarseTimeouts } from './coarse-timeouts.ts';
import type { HandlerPlan } from './handler-plan.ts';
import { Outbox, type Parcel } from './outbox.ts';
import { run } from './run.ts';

/** Queries that may stand on top of each other. */
const deepest = 16;

const nothing: readonly Outgoing[] = Object.freeze([]);

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
    const handlersOf = (event: string): readonly string[] => events.get(event)?.handlers ?? [];
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
    return this.#direct(plan, delivery, payload);
  }

  /** Runs the handler of a query for the delivery that asks. */
  async ask(asking: DeliveryFrame, query: EventPlan, payload: object): Promise<object | undefined> {
    const plan = this.#planOf(query.handlers[0] ?? '');
    if (asking.depth >= deepest) {
      throw new RemitError('RMT3025', `${asking.handler} asks ${query.name} below ${deepest} other queries.`);
    }
    const { id: known } = asking.sent;
    const sent: Sent = {
      sender: asking.handler,
      actor: asking.sent.actor,
      id: known === undefined ? undefined : derivedEventId(known, `${asking.handler}?`, asking.asked),
      correlation: asking.correlation,
      causation: asking.id,
      signal: asking.sent.signal,
    };
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
    const started = performance.now();
    let fault: unknown;
    this.#running += 1;
    try {
      await this.#handle(plan, delivery, plan.payload.parse(envelope.payload));
      if (delivery.staged === undefined) return nothing;
      const parcel = this.#outbox.pack(delivery, delivery.staged);
      parcel.close();
      return parcel.outgoing;
    } catch (error) {
      fault = this.#failed(delivery, error);
      throw error;
    } finally {
      this.#finish(plan, delivery, started, fault);
    }
  }

  async #direct(plan: HandlerPlan, delivery: DeliveryFrame, payload: object): Promise<Answered | undefined> {
    const started = performance.now();
    let fault: unknown;
    this.#running += 1;
    try {
      const answer = await this.#handle(plan, delivery, payload);
      if (delivery.staged !== undefined) await this.#publish(this.#outbox.pack(delivery, delivery.staged));
      return answer;
    } catch (error) {
      fault = this.#failed(delivery, error);
      throw error;
    } finally {
      this.#finish(plan, delivery, started, fault);
    }
  }

  async #handle(plan: HandlerPlan, delivery: DeliveryFrame, payload: object): Promise<Answered | undefined> {
    const answer = answered(plan, await run(this.#telemetry, this.#timeouts, plan, delivery, payload));
    if (answer !== undefined && answer.plan.handlers.length > 0) stage(delivery, answer.plan, answer.body);
    return answer;
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

  /** Under the delivery's frame, so that the log line of the failure is known to belong to it. */
  #failed(delivery: DeliveryFrame, error: unknown): unknown {
    delivery.end();
    this.#telemetry.active.run(delivery, () => delivery.span.fail(error));
    return error ?? 'unknown';
  }

  #finish(plan: HandlerPlan, delivery: DeliveryFrame, started: number, fault: unknown): void {
    delivery.span.end();
    const seconds = (performance.now() - started) / 1000;
    const failure = fault === undefined ? undefined : errorType(fault);
    this.#telemetry.metrics.processed(seconds, plan.model.event, plan.model.name, failure);
    this.#running -= 1;
    if (this.#running > 0 || this.#idle.length === 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
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
