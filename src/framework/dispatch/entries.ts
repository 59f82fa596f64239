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
      async call(payload: object, origin: Origin): Promise<Answer | undefined> {
        if (!gate.open) throw new RemitError('RMT3035', 'The application is stopping.');
        dispatcher.facts.sent(plan.model.event, origin.sender, sentTo, undefined);
        const answer = await dispatcher.call(plan, payload, origin, origin.parent);
        if (answer === undefined) return undefined;
        const { status } = answer.plan;
        return status === undefined
          ? { event: answer.plan.name, body: answer.body }
          : { event: answer.plan.name, body: answer.body, status };
      },
    });
  }
  return entries;
}
