import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { closest } from './closest.ts';

/** Resources that an environment binds by name and that no service needs. */
export function* unusedBinding(draft: Draft): Iterable<Diagnostic> {
  const known = draft.resources.map(({ injectable }) => injectable.name);
  for (const { name, definition, place } of draft.environments) {
    for (const provider of definition.resources ?? []) {
      for (const resource of provider.resources ?? []) {
        if (known.includes(resource)) continue;
        const meant = closest(resource, known);
        yield {
          code: 'RMT1049',
          message: `The environment '${name}' binds '${resource}', which no service needs${meant ? `; did you mean '${meant}'?` : '.'}`,
          place: place ?? draft.sources.application,
          mend: `// remove '${resource}' from .for(…) of ${provider.provider}, or inject it into a service`,
        };
      }
    }
  }
}
