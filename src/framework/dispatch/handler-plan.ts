import {
  type EventPlan,
  type EventPlans,
  type Injection,
  plansByPrototype,
  type Services,
} from '../../di/index.ts';
import type { HandlerModel, Model } from '../../model/index.ts';
import { type Convention, processConvention } from '../../telemetry/index.ts';
import type { Payload } from '../../validation/index.ts';
import type { CoarseTimeouts, DeadlineList } from './coarse-timeouts.ts';
import { noPayload } from './no-payload.ts';

/** All that one delivery to one handler needs, found at start. */
export interface HandlerPlan {
  readonly model: HandlerModel;
  readonly service: string;
  readonly payload: Payload;
  readonly instance: object;
  readonly method: (...parameters: unknown[]) => unknown;
  readonly injections: readonly (Injection | undefined)[];
  readonly replies: EventPlans;
  readonly convention: Convention;
  readonly limit: DeadlineList;
}

/** Plans by handler name. Nothing is looked up in the container after this. */
export function planHandlers(
  model: Model,
  events: ReadonlyMap<string, EventPlan>,
  services: Services,
  timeouts: CoarseTimeouts,
): Map<string, HandlerPlan> {
  const plans = new Map<string, HandlerPlan>();
  for (const service of model.services) {
    const instance = services.instance(service.name);
    for (const handler of service.handlers) {
      const replies = handler.replies.map((reply) => events.get(reply)).filter((plan) => plan !== undefined);
      plans.set(handler.name, {
        model: handler,
        service: service.name,
        payload: events.get(handler.event)?.payload ?? noPayload,
        instance,
        method: (instance as Record<string, HandlerPlan['method']>)[handler.method] as HandlerPlan['method'],
        injections: services.injections(handler, service.name),
        replies: plansByPrototype(replies),
        convention: processConvention(handler.event, handler.name),
        limit: timeouts.of(handler.timeout),
      });
    }
  }
  return plans;
}
