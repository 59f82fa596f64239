import type { DeliveryFrame, Staged } from '../../di/index.ts';
import type { Envelope } from '../../model/index.ts';
import {
  type Convention,
  formatTraceparent,
  identify,
  sendConvention,
  type Span,
  type Telemetry,
} from '../../telemetry/index.ts';
import type { Outgoing } from '../bus/bus.ts';
import type { Facts } from '../facts/facts.ts';

/** What a successful delivery sends: on its way, with the spans of sending. */
export interface Parcel {
  /** Only events that somebody processes. */
  readonly outgoing: readonly Outgoing[];
  /** Ends the spans; `error` when the bus refused. */
  close(error?: unknown): void;
}

/** Turns what was staged into envelopes. */
export class Outbox {
  readonly #telemetry: Telemetry;
  readonly #facts: Facts;
  readonly #conventions = new Map<string, Convention>();

  constructor(telemetry: Telemetry, facts: Facts) {
    this.#telemetry = telemetry;
    this.#facts = facts;
  }

  pack(delivery: DeliveryFrame, staged: readonly Staged[]): Parcel {
    const outgoing: Outgoing[] = [];
    const spans: Span[] = [];
    for (const each of staged) {
      const span = this.#start(delivery, each.plan.name);
      const envelope = this.#envelope(delivery, each, span);
      if (span.context.sampled) identify(span, envelope);
      spans.push(span);
      if (each.plan.handlers.length > 0) outgoing.push({ envelope, handlers: each.plan.handlers });
    }
    return {
      outgoing,
      close: (error) => {
        for (const span of spans) {
          if (error !== undefined) span.fail(error);
          span.end();
        }
        if (error !== undefined) return;
        for (const { plan } of staged) {
          this.#telemetry.metrics.sent(plan.name, delivery.handler);
          this.#facts.sent(plan.name, delivery.handler, plan.handlers, delivery.sent.correlation);
        }
      },
    };
  }

  #envelope(delivery: DeliveryFrame, { plan, id, payload }: Staged, span: Span): Envelope {
    return {
      id,
      command: plan.name,
      sender: delivery.handler,
      payload,
      time: Date.now(),
      correlation: delivery.correlation,
      causation: delivery.id,
      traceparent: formatTraceparent(span.context),
      ...(delivery.sent.actor && { actor: delivery.sent.actor }),
    };
  }

  #start(delivery: DeliveryFrame, command: string): Span {
    const key = `${delivery.handler}\n${command}`;
    let convention = this.#conventions.get(key);
    if (convention === undefined) {
      convention = sendConvention(command, delivery.handler);
      this.#conventions.set(key, convention);
    }
    const { name, kind, attributes } = convention;
    return this.#telemetry.start(name, { kind, attributes, parent: delivery.span.context });
  }
}
