import type { Code, Diagnostic, Place } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';

interface Named {
  readonly name: string;
  readonly class: Class;
  readonly place?: Place;
}

/** Two events, or two services, under one name. */
export function* sameName(draft: Draft): Iterable<Diagnostic> {
  const events = draft.events.filter(({ processors }) => processors !== undefined);
  yield* clashes('RMT1004', 'event', events);
  yield* clashes('RMT1005', 'service', draft.services);
}

function* clashes(code: Code, noun: 'event' | 'service', things: readonly Named[]): Iterable<Diagnostic> {
  const first = new Map<string, Named>();
  for (const thing of things) {
    const other = first.get(thing.name);
    if (!other) {
      first.set(thing.name, thing);
      continue;
    }
    const decorator = noun === 'event' ? 'Event' : 'Service';
    yield {
      code,
      message:
        other.class.name === thing.class.name
          ? `Two ${noun}s are named '${thing.name}'.`
          : `The ${noun}s ${other.class.name} and ${thing.class.name} are both named '${thing.name}'.`,
      place: thing.place,
      mend: `@${decorator}('${otherName(thing)}')\nexport class ${thing.class.name}`,
      related: [{ message: `the other ${noun} of this name`, place: other.place }],
    };
  }
}

/** The class's own name when another was given; otherwise one with the file's name before it. */
function otherName({ name, class: target, place }: Named): string {
  if (name !== target.name) return target.name;
  const file = place?.file.split('/').at(-1)?.split('.')[0];
  return `${file && file !== name ? file : 'other'}.${name}`;
}
