import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { sortedBy } from '../draft/order.ts';
import { handlerTitle, listing } from './wording.ts';

/** Events for exactly one processor that several handlers process. */
export function* manyProcessors(draft: Draft): Iterable<Diagnostic> {
  for (const event of draft.events) {
    const [first, second, ...more] = sortedBy(event.handlers, ({ name }) => name);
    if (event.processors !== 'one' || !first || !second) continue;
    const name = event.class.name;
    const others = listing([second, ...more].map(handlerTitle));
    yield {
      code: 'RMT1003',
      message: `${handlerTitle(first)} handles ${name}, and so ${more.length > 0 ? 'do' : 'does'} ${others}; it needs exactly one processor.`,
      place: second.place,
      mend: [
        '// keep one of the handlers; or, when any number of them may process it:',
        `@Event({ processors: 'many' })`,
        `export class ${name}`,
      ].join('\n'),
      related: [first, ...more]
        .map((handler) => ({ message: `${handlerTitle(handler)} handles it`, place: handler.place }))
        .concat({ message: `${name} is declared for one processor`, place: event.place }),
    };
  }
}
