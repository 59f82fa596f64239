import {
  type Application,
  type EnvironmentDefinition,
  type ProviderDefinition,
  providerOf,
  sqlite,
} from '../../decorators/index.ts';
import type { SourceIndex } from '../sources.ts';
import type { EnvironmentDraft, ResourceDraft } from './draft.ts';
import { sortedBy } from './order.ts';

/** Environments with the provider of each resource; `dev` with the embedded default when none is declared. */
export function readEnvironments(
  application: Application,
  resources: readonly ResourceDraft[],
  sources: SourceIndex,
): EnvironmentDraft[] {
  const definitions = application.definition.environments ?? {};
  const declared = Object.entries(definitions);
  const entries = declared.length > 0 ? declared : [['dev', { resources: [sqlite()] }] as const];
  const environments = entries.map(([name, definition]) => {
    const place = sources.environment(name);
    return { name, definition, providers: providersOf(definition, resources), ...(place && { place }) };
  });
  return sortedBy(environments, (environment) => environment.name);
}

function providersOf(
  definition: EnvironmentDefinition,
  resources: readonly ResourceDraft[],
): ReadonlyMap<string, ProviderDefinition> {
  const served = new Map<string, ProviderDefinition>();
  for (const { injectable } of resources) {
    const provider = providerOf(definition, injectable.name);
    if (provider) served.set(injectable.name, provider);
  }
  return served;
}
