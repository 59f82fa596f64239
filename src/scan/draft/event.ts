import { EventSent, LogWritten, readRecord } from '../../decorators/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Processors } from '../../model/index.ts';
import type { SourceIndex } from '../sources.ts';
import type { EventDraft, HandlerDraft, Mention, NeedDraft, ServiceDraft } from './draft.ts';
import { sortedBy } from './order.ts';

const facts: readonly Class[] = [EventSent, LogWritten];

interface Found {
  readonly mentions: Mention[];
  readonly handlers: HandlerDraft[];
}

/** Every event class that the services handle, answer with, emit or ask, and the facts Remit sends itself. */
export function readEvents(services: readonly ServiceDraft[], sources: SourceIndex): EventDraft[] {
  const found = new Map<Class, Found>(facts.map((fact) => [fact, { mentions: [], handlers: [] }]));
  const mention = (target: Class, by: Mention): Found => {
    const known = found.get(target) ?? { mentions: [], handlers: [] };
    found.set(target, known);
    const isKnown = known.mentions.some((each) => each.by === by.by && each.role === by.role);
    if (!isKnown) known.mentions.push(by);
    return known;
  };
  for (const service of services) {
    for (const handler of service.handlers) mentionHandler(handler, mention);
    for (const need of needsOf(service)) mentionNeed(need, sources, mention);
  }
  const events = [...found].map(([target, { mentions, handlers }]) =>
    readEvent(target, mentions, handlers, sources),
  );
  return sortedBy(events, (event) => `${event.name} ${nameOf(event.class)}`);
}

/** The needs of a service's constructor and of its handlers. */
export function needsOf(service: ServiceDraft): readonly NeedDraft[] {
  return [...service.needs, ...service.handlers.flatMap((handler) => handler.needs)];
}

/** The name of a class; what stands in its place when it is none, as after a circular import. */
export function nameOf(target: unknown): string {
  return typeof target === 'function' ? target.name : String(target);
}

type Mentions = (target: Class, mention: Mention) => Found;

function mentionHandler(handler: HandlerDraft, mention: Mentions): void {
  const at = { by: handler.name, ...(handler.place && { place: handler.place }) };
  for (const { event, options } of handler.record.handles) {
    const { handlers } = mention(event, { role: 'handles', ...at });
    if (!handlers.includes(handler)) handlers.push(handler);
    for (const reply of options.replies ?? []) mention(reply, { role: 'replies', ...at });
  }
}

function mentionNeed(need: NeedDraft, sources: SourceIndex, mention: Mentions): void {
  const { injectable, token } = need;
  const place = (token && sources.classSource(token)?.place) ?? need.place;
  const at = { by: nameOf(need.token), ...(place && { place }) };
  if (injectable?.kind === 'emits') {
    for (const event of injectable.events) mention(event, { role: 'emits', ...at });
  }
  if (injectable?.kind === 'asks') {
    mention(injectable.event, { role: 'asks', ...at });
    for (const reply of injectable.replies) mention(reply, { role: 'answers', ...at });
  }
}

function readEvent(
  target: Class,
  mentions: readonly Mention[],
  handlers: readonly HandlerDraft[],
  sources: SourceIndex,
): EventDraft {
  const record = typeof target === 'function' ? readRecord(target) : undefined;
  const source = typeof target === 'function' ? sources.classSource(target) : undefined;
  const event = record?.events[0];
  const reply = record?.replies[0];
  const processors: Processors | undefined = event ? (event.processors ?? 'one') : reply && 'reply';
  return {
    class: target,
    name: event?.name ?? reply?.name ?? nameOf(target),
    formerly: (event ?? reply)?.formerly ?? [],
    builtIn: facts.includes(target),
    record,
    mentions,
    handlers,
    ...(processors && { processors }),
    ...(!event && reply?.status !== undefined && { status: reply.status }),
    ...(source && { source, place: source.place }),
  };
}
