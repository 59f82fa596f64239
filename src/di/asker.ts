import type { Telemetry } from '../telemetry/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { declaredPlan, openDelivery, plainOf } from './emitter.ts';
import type { EventPlan, EventPlans } from './event-plan.ts';
import type { Principal } from './principal.ts';

/** Runs the handler of a query for a delivery and resolves with its reply. */
export type Ask = (delivery: DeliveryFrame, query: EventPlan, payload: object) => Promise<object | undefined>;

/** Makes the askers of one need. */
export function compileAsker(
  telemetry: Telemetry,
  principal: Principal,
  plans: EventPlans,
  ask: Ask,
): (delivery: DeliveryFrame | undefined) => object {
  class QueryAsker {
    readonly #delivery: DeliveryFrame | undefined;
    constructor(delivery: DeliveryFrame | undefined) {
      this.#delivery = delivery;
      Object.freeze(this);
    }
    async ask(query: object): Promise<object | undefined> {
      const delivery = openDelivery(telemetry, this.#delivery, principal, 'ask');
      const plan = declaredPlan(plans, principal, 'ask', query);
      // The handler gets a copy, as it would from anywhere else: what it does to its payload stays its own affair.
      return ask(delivery, plan, plan.payload.parse(plainOf(plan.name, plan.payload, query)));
    }
  }
  const { prototype } = QueryAsker;
  Reflect.deleteProperty(prototype, 'constructor');
  Object.setPrototypeOf(prototype, null);
  Object.freeze(prototype);
  return (delivery) => new QueryAsker(delivery);
}
