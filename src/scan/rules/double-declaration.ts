import { type ClassRecord, readRecord } from '../../decorators/index.ts';
import type { Diagnostic, Place } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import { listing } from './wording.ts';

/** Classes with more than one of `@Event`, `@Reply` and `@Service`. */
export function* doubleDeclaration(draft: Draft): Iterable<Diagnostic> {
  const classes = new Map<Class, Place | undefined>();
  for (const event of draft.events) {
    if (typeof event.class === 'function' && !event.builtIn) classes.set(event.class, event.place);
  }
  for (const service of draft.services) classes.set(service.class, service.place);
  for (const [target, place] of classes) {
    const decorators = declarationsOf(readRecord(target));
    const [first, ...others] = decorators;
    if (!first || others.length === 0) continue;
    yield {
      code: 'RMT1047',
      message: `${target.name} is declared with ${listing(decorators)}.`,
      place,
      mend: `${first}()\nexport class ${target.name}`,
    };
  }
}

function declarationsOf(record: ClassRecord | undefined): string[] {
  return [
    ...(record?.events ?? []).map(() => '@Event'),
    ...(record?.replies ?? []).map(() => '@Reply'),
    ...(record?.services ?? []).map(() => '@Service'),
  ];
}
