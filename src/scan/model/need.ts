import type { NeedModel } from '../../model/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { sortedBy } from '../draft/order.ts';
import type { Class } from '../../interfaces/index.ts';

/** The stable name of an event's class. */
export function eventName(draft: Draft, target: Class): string {
  return draft.events.find((event) => event.class === target)?.name ?? nameOf(target);
}

/** Names of events, sorted, each once. */
export function eventNames(draft: Draft, targets: readonly Class[]): string[] {
  return sortedBy(new Set(targets.map((target) => eventName(draft, target))), (name) => name);
}

/** A need as the model tells it; `undefined` for a parameter that no rule let pass. */
export function needModel(draft: Draft, need: NeedDraft): NeedModel | undefined {
  const { injectable, token } = need;
  const at = {
    token: nameOf(token),
    index: need.index,
    ...(need.source?.name && { parameter: need.source.name }),
    ...(need.place && { place: need.place }),
  };
  if (need.isService) {
    const service = draft.services.find((each) => each.class === token);
    return service && { kind: 'service', service: service.name, ...at };
  }
  if (!injectable) return undefined;
  if (injectable.kind === 'resource') {
    const operations = sortedBy(new Set(injectable.operations), (operation) => operation);
    return {
      kind: 'resource',
      resource: injectable.name,
      interface: injectable.interface,
      operations,
      ...at,
    };
  }
  if (injectable.kind === 'emits') {
    return { kind: 'emits', events: eventNames(draft, injectable.events), ...at };
  }
  if (injectable.kind === 'asks') {
    return {
      kind: 'asks',
      event: eventName(draft, injectable.event),
      replies: eventNames(draft, injectable.replies),
      ...at,
    };
  }
  return { kind: 'granted', granted: injectable.granted, ...at };
}
