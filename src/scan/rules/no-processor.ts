import type { Diagnostic } from '../../errors/index.ts';
import { readRecord } from '../../decorators/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import { lowerFirst } from './wording.ts';

const verbs = {
  handles: 'handles',
  replies: 'answers with',
  emits: 'emits',
  asks: 'asks',
  answers: 'expects',
} as const;

/** Events for exactly one processor that no handler processes. */
export function* noProcessor(draft: Draft): Iterable<Diagnostic> {
  const handled = handledAnywhere(draft);
  for (const event of draft.events) {
    if (event.processors !== 'one' || event.handlers.length > 0 || handled.has(event.class)) continue;
    const name = event.class.name;
    const [mention] = event.mentions;
    yield {
      code: 'RMT1002',
      message: `Nothing handles ${name}, which needs exactly one processor.`,
      place: event.place ?? mention?.place,
      mend: [
        '// in one of the services:',
        `@Handles(${name})`,
        `async ${lowerFirst(name)}(${lowerFirst(name)}: ${name}): Promise<void> {}`,
        '// or, when any number of handlers may process it, none included:',
        `@Event({ processors: 'many' })`,
        `export class ${name}`,
      ].join('\n'),
      related: event.mentions.map(({ by, role, place }) => ({ message: `${by} ${verbs[role]} it`, place })),
    };
  }
}

/** Also what static and inherited methods handle: those have a diagnostic of their own. */
function handledAnywhere(draft: Draft): ReadonlySet<Class> {
  const handled = new Set<Class>();
  for (const service of draft.services) {
    for (let each: unknown = service.class; typeof each === 'function'; each = Object.getPrototypeOf(each)) {
      for (const method of readRecord(each)?.methods.values() ?? []) {
        for (const { event } of method.handles) handled.add(event);
      }
    }
  }
  return handled;
}
