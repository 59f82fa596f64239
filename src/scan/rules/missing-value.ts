import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';

/** Key-value resources declared without a class, as after a circular import. */
export function* missingValue(draft: Draft): Iterable<Diagnostic> {
  for (const { class: declared, injectable, place } of draft.resources) {
    if (injectable.interface !== 'keyValue' || typeof injectable.value === 'function') continue;
    yield {
      code: 'RMT1023',
      message: `${declared.name} declares the resource '${injectable.name}' for values of no class: the name it was given had no value yet.`,
      place,
      mend: `// move the class of the values to a module that does not import this one\nexport abstract class ${declared.name} extends keyValue('${injectable.name}', TheClass) {}`,
    };
  }
}
