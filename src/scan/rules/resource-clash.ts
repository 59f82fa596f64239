import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, ResourceDraft } from '../draft/draft.ts';
import { declarationOf } from './declaration.ts';

/** One resource name declared with two interfaces or two value classes. */
export function* resourceClash(draft: Draft): Iterable<Diagnostic> {
  const first = new Map<string, ResourceDraft>();
  for (const resource of draft.resources) {
    const { name } = resource.injectable;
    const other = first.get(name);
    if (!other) {
      first.set(name, resource);
    } else if (declared(other) !== declared(resource) || valueOf(other) !== valueOf(resource)) {
      yield {
        code: 'RMT1011',
        message: `${resource.class.name} declares the resource '${name}' as ${declared(resource)}, and ${other.class.name} declares it as ${declared(other)}.`,
        place: resource.place,
        mend: `export abstract class ${resource.class.name} extends ${declared(resource).replace(`'${name}'`, `'${name}-2'`)} {}`,
        related: [{ message: `${other.class.name} declares it here`, place: other.place }],
      };
    }
  }
}

function declared({ class: target }: ResourceDraft): string {
  return declarationOf(target);
}

function valueOf({ injectable }: ResourceDraft): unknown {
  return injectable.value;
}
