import type { Code, Diagnostic } from '../../errors/index.ts';
import type { Draft, EventDraft, Mention } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';

const verbs: Record<Mention['role'], string> = {
  handles: 'handles',
  replies: 'answers with',
  emits: 'emits',
  asks: 'asks',
  answers: 'expects the answer',
};

/** Classes named as events or replies on which neither `@Event` nor `@Reply` stands. */
export function* undeclaredEvent(draft: Draft): Iterable<Diagnostic> {
  for (const event of draft.events) {
    const [mention, ...others] = event.mentions;
    if (event.processors || !mention) continue;
    const isReply = event.mentions.every(({ role }) => role === 'replies' || role === 'answers');
    const code: Code = isReply ? 'RMT1013' : 'RMT1001';
    const said = `${mention.by} ${verbs[mention.role]} ${nameOf(event.class)}`;
    const declared = isReply ? '@Reply or @Event' : '@Event';
    const inherits = parentIsDeclared(draft, event)
      ? `; the decorator of its parent does not count for it`
      : '';
    yield {
      code,
      message:
        typeof event.class === 'function'
          ? `${said}, which is not declared with ${declared}${inherits}.`
          : `${said}, which is no class: the name it was given had no value yet.`,
      place: event.place ?? mention.place,
      mend:
        typeof event.class === 'function'
          ? `@${isReply ? 'Reply' : 'Event'}()\nexport class ${nameOf(event.class)}`
          : '// move the event to a module that does not import this one, and import it from there',
      related: [...(event.place ? [mention] : []), ...others].map(({ by, role, place }) => ({
        message: `${by} ${verbs[role]} it`,
        place,
      })),
    };
  }
}

function parentIsDeclared(draft: Draft, event: EventDraft): boolean {
  const parent: unknown = typeof event.class === 'function' ? Object.getPrototypeOf(event.class) : undefined;
  return draft.events.some((each) => each.class === parent && each.processors !== undefined);
}
