import { RemitError } from '../errors/index.ts';
import type { Receipt } from '../interfaces/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Payload } from '../validation/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { derivedEventId, eventId } from './event-id.ts';
import { type EventPlan, type EventPlans, planOf } from './event-plan.ts';
import { currentDelivery } from './operation-frame.ts';
import { assertOpen, nameOf, type Principal } from './principal.ts';

/** Events one delivery may emit. */
const most = 10_000;

/** Plain data of an event to be sent. @throws RemitError RMT3013 listing the broken rules. */
export function plainOf(name: string, payload: Payload, event: object): unknown {
  try {
    return payload.toPlain(payload.check(event));
  } catch (error) {
    const violations = error instanceof RemitError ? error.details['violations'] : undefined;
    const message = `${name} breaks its own rules and was not sent. ${error instanceof Error ? error.message : ''}`;
    throw new RemitError('RMT3013', message.trimEnd(), {
      cause: error,
      details: { event: name, violations },
    });
  }
}

/** The plan of `event`. @throws RemitError RMT3020 when its exact class is none of `plans`. */
export function declaredPlan(
  plans: EventPlans,
  principal: Principal,
  verb: string,
  event: unknown,
): EventPlan {
  const plan = planOf(plans, event);
  if (plan) return plan;
  const given = givenName(event);
  const declared = [...plans.values()].map(({ name }) => name).join(', ');
  throw new RemitError('RMT3020', `${nameOf(principal)} may ${verb} ${declared}, and not ${given}.`, {
    details: { service: principal.service, given },
  });
}

function givenName(event: unknown): string {
  if (typeof event !== 'object') return typeof event;
  if (event === null) return 'null';
  const prototype = Object.getPrototypeOf(event) as object | null;
  return prototype?.constructor.name ?? 'a plain object';
}

/** Stages an event on its delivery. */
export function stage(delivery: DeliveryFrame, plan: EventPlan, payload: unknown): Receipt {
  const staged = (delivery.staged ??= []);
  if (staged.length >= most) {
    throw new RemitError('RMT3017', `${delivery.handler} emitted more than ${most} events in one delivery.`);
  }
  // A caller that repeats its id gets the same ids for what was sent: the log knows them and sends once.
  const id =
    delivery.sent.id === undefined
      ? eventId(delivery.time)
      : derivedEventId(delivery.sent.id, delivery.handler, staged.length);
  staged.push({ plan, id, payload });
  return { id, sentTo: plan.handlers };
}

/** The delivery that code may send in. @throws RemitError RMT3023 outside of one, RMT3002 after it. */
export function openDelivery(
  telemetry: Telemetry,
  own: DeliveryFrame | undefined,
  principal: Principal,
  what: string,
): DeliveryFrame {
  const delivery = own ?? currentDelivery(telemetry);
  if (delivery === undefined) {
    throw new RemitError('RMT3023', `${nameOf(principal)} used ${what} while no event was being handled.`);
  }
  assertOpen(delivery, principal, what);
  return delivery;
}

/** Makes the emitters of one need. */
export function compileEmitter(
  telemetry: Telemetry,
  principal: Principal,
  plans: EventPlans,
): (delivery: DeliveryFrame | undefined) => object {
  class EventEmitter {
    readonly #delivery: DeliveryFrame | undefined;
    constructor(delivery: DeliveryFrame | undefined) {
      this.#delivery = delivery;
      Object.freeze(this);
    }
    emit(event: object): Receipt {
      const delivery = openDelivery(telemetry, this.#delivery, principal, 'emit');
      const plan = declaredPlan(plans, principal, 'emit', event);
      return stage(delivery, plan, plainOf(plan.name, plan.payload, event));
    }
  }
  const { prototype } = EventEmitter;
  Reflect.deleteProperty(prototype, 'constructor');
  Object.setPrototypeOf(prototype, null);
  Object.freeze(prototype);
  return (delivery) => new EventEmitter(delivery);
}
