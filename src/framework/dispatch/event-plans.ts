import type { EventPlan } from '../../di/index.ts';
import type { Model } from '../../model/index.ts';
import type { Code } from '../../scan/index.ts';
import { compilePayload } from '../../validation/index.ts';
import { factPayload } from './no-payload.ts';

/** Compiles every event of the model, by name. */
export function planEvents(model: Model, code: Code): Map<string, EventPlan> {
  const plans = new Map<string, EventPlan>();
  for (const event of model.events) {
    const target = code.events.get(event.name);
    if (target === undefined) continue;
    plans.set(event.name, {
      name: event.name,
      class: target,
      payload: event.builtIn ? factPayload : compilePayload(target as abstract new () => object),
      handlers: event.processedBy,
      status: event.status,
    });
  }
  return plans;
}
