import { RemitError } from '../../errors/index.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Answer, Entry, Origin } from './entry.ts';
import type { HandlerPlan } from './handler-plan.ts';

/** Whether the application still takes events from outside. */
export interface Gate {
  open: boolean;
}

/** One entry per handler, as senders outside the bus reach it. */
export function makeEntries(
  plans: ReadonlyMap<string, HandlerPlan>,
  dispatcher: Dispatcher,
  gate: Gate,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [name, plan] of plans) {
    const sentTo = [name];
    entries.set(name, {
      handler: plan.model,
      payload: plan.payload,
      call(payload: object, origin: Origin): Promise<Answer | undefined> {
        if (!gate.open) return Promise.reject(new RemitError('RMT3035', 'The application is stopping.'));
        dispatcher.facts.sent(plan.model.event, origin.sender, sentTo, undefined);
        return dispatcher.call(plan, payload, origin, origin.parent);
      },
    });
  }
  return entries;
}
