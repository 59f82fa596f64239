import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, EventDraft, NeedDraft } from '../draft/draft.ts';
import { needsOf } from '../draft/event.ts';
import { parameterTitle } from './wording.ts';

/** Needs to emit or to ask a class that is declared with `@Reply`. */
export function* sentReply(draft: Draft): Iterable<Diagnostic> {
  const replies = draft.events.filter(({ processors }) => processors === 'reply');
  const seen = new Set<string>();
  for (const need of draft.services.flatMap(needsOf)) {
    for (const reply of replies) {
      const verb = verbFor(need, reply);
      const message = `${need.token?.name} ${verb} ${reply.class.name}, which is a @Reply.`;
      if (!verb || seen.has(message)) continue;
      seen.add(message);
      yield {
        code: 'RMT1015',
        message,
        place: (need.token && draft.sources.classSource(need.token)?.place) ?? need.place,
        mend: [
          `// return it from a handler: @Handles(…, { replies: [${reply.class.name}] })`,
          '// or declare it as an event that may be sent:',
          `@Event({ processors: 'many' })`,
          `export class ${reply.class.name}`,
        ].join('\n'),
        related: [
          { message: `${reply.class.name} is declared here`, place: reply.place },
          { message: `asked for by ${parameterTitle(need)}`, place: need.place },
        ],
      };
    }
  }
}

function verbFor({ injectable }: NeedDraft, reply: EventDraft): string | undefined {
  if (injectable?.kind === 'emits' && injectable.events.includes(reply.class)) return 'emits';
  if (injectable?.kind === 'asks' && injectable.event === reply.class) return 'asks';
  return undefined;
}
