import type { Class } from './class.ts';
import { type Injectable, injectable } from './injectable.ts';

declare const brand: unique symbol;

/** What the sender learns of an event it sent. */
export interface Receipt {
  /** The event's id. */
  readonly id: string;
  /** `Service.handler` names it goes to; empty when nobody handles it. */
  readonly sentTo: readonly string[];
}

/** The right to publish events of these classes. */
export interface Emitter<Event> {
  /**
   * Publishes `event` when the handler succeeds, and not at all when it fails. Compared by class, not by shape.
   * @throws RemitError RMT3020 for an event of another class, RMT3013 for one that breaks its own rules, RMT3002 after the handler ended.
   */
  emit(event: Event): Receipt;
  readonly [brand]: (event: Event) => void;
}

/**
 * The need to publish: extend it with an empty body and inject it.
 *
 * ```ts
 * export abstract class Announces extends emits(OrderPlaced, OrderCancelled) {}
 * ```
 */
export function emits<const Events extends readonly [Class, ...Class[]]>(
  ...events: Events
): abstract new () => Emitter<InstanceType<Events[number]>> {
  abstract class EmitsToken {
    static readonly [injectable]: Injectable = { kind: 'emits', events };
  }
  return EmitsToken as unknown as abstract new () => Emitter<InstanceType<Events[number]>>;
}
