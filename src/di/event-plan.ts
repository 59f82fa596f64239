import type { Class } from '../interfaces/index.ts';
import type { Payload } from '../validation/index.ts';

/** What is known of an event at start, so that nothing is looked up when it is sent. */
export interface EventPlan {
  readonly name: string;
  readonly class: Class;
  readonly payload: Payload;
  /** `Service.handler` names that process it; the `sentTo` of its receipts. */
  readonly handlers: readonly string[];
  /** HTTP status of a reply; absent: the route decides. */
  readonly status?: number | undefined;
}

/** Event plans by the prototype of their class: events are compared by class, and a prototype cannot be shadowed. */
export type EventPlans = ReadonlyMap<object, EventPlan>;

/** The plan of an instance's exact class; subclasses are other classes. */
export function planOf(plans: EventPlans, event: unknown): EventPlan | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  return plans.get(Object.getPrototypeOf(event) as object);
}

export function plansByPrototype(plans: Iterable<EventPlan>): EventPlans {
  return new Map([...plans].map((plan) => [plan.class.prototype as object, plan]));
}
