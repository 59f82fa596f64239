import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, HandlerDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { handlerTitle } from './wording.ts';

/** Handlers whose written return type names an event that is not among their replies. */
export function* returnedReply(draft: Draft): Iterable<Diagnostic> {
  const events = new Set(draft.events.map((event) => nameOf(event.class)));
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const replies = repliesOf(handler);
    for (const name of typeNames(handler.source?.returns ?? '')) {
      if (!events.has(name) || replies.includes(name)) continue;
      yield {
        code: 'RMT1014',
        message: `${handlerTitle(handler)} returns ${name}, which is not among its replies.`,
        place: handler.place,
        mend: `@Handles(${nameOf(handler.event)}, { replies: [${[...replies, name].join(', ')}] })`,
      };
    }
  }
}

function repliesOf(handler: HandlerDraft): string[] {
  return handler.record.handles.flatMap(({ options }) => (options.replies ?? []).map(nameOf));
}

/** The names in a type, each once: `Promise`, `A` and `B` of `Promise<A | B>`. */
function typeNames(type: string): ReadonlySet<string> {
  return new Set(type.match(/[A-Za-z_$][\w$]*/g));
}
