import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf, nameOf } from '../draft/event.ts';
import { compare } from '../draft/order.ts';
import { handlerTitle, listing, parameterTitle } from './wording.ts';

/** Needs to ask an event that many process, or with other replies than its handler gives. */
export function* askedEvent(draft: Draft): Iterable<Diagnostic> {
  const seen = new Set<unknown>();
  for (const need of draft.services.flatMap(needsOf)) {
    if (need.injectable?.kind !== 'asks' || seen.has(need.token)) continue;
    seen.add(need.token);
    const found = judge(draft, need, need.injectable);
    if (found) yield found;
  }
}

type Asks = Extract<NeedDraft['injectable'], { kind: 'asks' }>;

function judge(draft: Draft, need: NeedDraft, asks: Asks): Diagnostic | undefined {
  const event = draft.events.find((each) => each.class === asks.event);
  const name = nameOf(asks.event);
  const token = nameOf(need.token);
  const place = (need.token && draft.sources.classSource(need.token)?.place) ?? need.place;
  const asked = { message: `asked for by ${parameterTitle(need)}`, place: need.place };
  if (event?.processors === 'many') {
    return {
      code: 'RMT1040',
      message: `${token} asks ${name}, which any number of handlers may process.`,
      place,
      mend: `@Event()\nexport class ${name}`,
      related: [{ message: `${name} is declared for many processors`, place: event.place }, asked],
    };
  }
  const [handler] = event?.handlers ?? [];
  if (!handler) return undefined;
  const given = names(handler.record.handles.flatMap(({ options }) => options.replies ?? []));
  const expected = names(asks.replies);
  if (given.join() === expected.join()) return undefined;
  if (given.length === 0) {
    return {
      code: 'RMT1040',
      message: `${token} asks ${name}, and ${handlerTitle(handler)} answers with nothing.`,
      place,
      mend: `@Handles(${name}, { replies: [${expected.join(', ')}] })`,
      related: [{ message: `${handlerTitle(handler)} has no replies`, place: handler.place }, asked],
    };
  }
  return {
    code: 'RMT1039',
    message: `${token} expects ${listing(expected)} of ${name}, but ${handlerTitle(handler)} answers with ${listing(given)}.`,
    place,
    mend: `export abstract class ${token} extends asks(${[name, ...given].join(', ')}) {}`,
    related: [{ message: `${handlerTitle(handler)} gives the answer`, place: handler.place }, asked],
  };
}

function names(classes: readonly unknown[]): string[] {
  return [...new Set(classes.map(nameOf))].sort(compare);
}
