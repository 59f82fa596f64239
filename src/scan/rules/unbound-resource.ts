import type { ProviderDefinition } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, EnvironmentDraft, ResourceDraft } from '../draft/draft.ts';

/** Resources that an environment has no provider for. */
export function* unboundResource(draft: Draft): Iterable<Diagnostic> {
  for (const environment of draft.environments) {
    for (const name of new Set(draft.resources.map(({ injectable }) => injectable.name))) {
      const resource = draft.resources.find(({ injectable }) => injectable.name === name);
      if (!resource || environment.providers.has(name)) continue;
      yield {
        code: 'RMT1012',
        message: `The resource '${name}' (${resource.class.name}) has no binding in the environment '${environment.name}'.`,
        place: environment.place ?? draft.sources.application,
        mend: mend(environment, resource),
        related: [{ message: `${resource.class.name} is declared here`, place: resource.place }],
      };
    }
  }
}

function mend({ name, definition }: EnvironmentDraft, { class: target }: ResourceDraft): string {
  const providers = definition.resources ?? [];
  const first = providers[0];
  if (!first) return `${name}: { resources: [sqlite()] }`;
  return `// in the resources of ${name}, add:\n${call(first)}.for(${target.name})`;
}

function call({ connector }: ProviderDefinition): string {
  if (connector.kind === 'sqlite') return 'sqlite()';
  const variable = typeof connector.url === 'object' ? connector.url.variable : 'DATABASE_URL';
  return `postgres({ url: env('${variable}') })`;
}
