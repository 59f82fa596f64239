import type { EnvironmentDefinition } from './app.ts';
import type { ProviderDefinition } from './provider.ts';

/** The provider that serves a resource: the first that names it, else the first that names none. */
export function providerOf(
  { resources = [] }: EnvironmentDefinition,
  resource: string,
): ProviderDefinition | undefined {
  return (
    resources.find((provider) => provider.resources?.includes(resource)) ??
    resources.find((provider) => provider.resources === undefined)
  );
}
