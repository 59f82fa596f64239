import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { handlerTitle, listing, lowerFirst } from './wording.ts';

/** Methods with more than one `@Handles`. */
export function* twoEvents(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const names = handler.record.handles.map(({ event }) => nameOf(event)).toReversed();
    const second = names[1];
    if (second === undefined) continue;
    yield {
      code: 'RMT1027',
      message: `${handlerTitle(handler)} has ${names.length} @Handles: ${listing(names)}.`,
      place: handler.place,
      mend: `@Handles(${second})\nasync ${lowerFirst(second)}(${lowerFirst(second)}: ${second}): Promise<void> {}`,
    };
  }
}
