import type { Place } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import type { ClassSource } from '../sources.ts';

/** A class whose values are validated. */
export interface Validated {
  readonly class: Class;
  readonly what: string;
  readonly isReply: boolean;
  readonly source: ClassSource | undefined;
  readonly place: Place | undefined;
}

/** The classes of declared events and of stored values, each once. */
export function validatedOf(draft: Draft): Validated[] {
  const seen = new Map<Class, Validated>();
  for (const { class: target, processors, builtIn, source, place } of draft.events) {
    if (processors === undefined || builtIn) continue;
    const isReply = processors === 'reply';
    const what = isReply ? 'a reply' : 'the payload of an event';
    seen.set(target, { class: target, what, isReply, source, place });
  }
  for (const { injectable, place } of draft.resources) {
    const target = injectable.value;
    if (typeof target !== 'function' || seen.get(target)?.isReply === false) continue;
    const source = draft.sources.classSource(target);
    const what = `stored in the resource '${injectable.name}'`;
    seen.set(target, { class: target, what, isReply: false, source, place: source?.place ?? place });
  }
  return [...seen.values()];
}
