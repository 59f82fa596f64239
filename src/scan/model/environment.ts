import {
  connectorFamilies,
  type EnvironmentDefinition,
  type ProviderDefinition,
  settingsOf,
  type Variable,
} from '../../decorators/index.ts';
import type { BindingModel, EnvironmentModel } from '../../model/index.ts';
import type { EnvironmentDraft } from '../draft/draft.ts';
import { sortedBy } from '../draft/order.ts';

export function environmentModel(environment: EnvironmentDraft): EnvironmentModel {
  const { definition, place } = environment;
  const auth = definition.auth;
  return {
    name: environment.name,
    bindings: sortedBy(environment.providers, ([resource]) => resource).map(([resource, provider]) =>
      bindingModel(resource, provider),
    ),
    ...(auth && {
      auth: {
        kind: auth.kind,
        ...(auth.issuer !== undefined && { issuer: auth.issuer }),
        ...(auth.audience !== undefined && { audience: auth.audience }),
      },
    }),
    variables: variablesOf(definition),
    ...(place && { place }),
  };
}

function bindingModel(resource: string, provider: ProviderDefinition): BindingModel {
  return {
    resource,
    provider: provider.provider,
    plugin: pluginName(provider.component),
    connector: connectorFamilies[provider.connector.kind],
    target: provider.connector.kind,
  };
}

/** `sql` for the plugin Remit ships; the file's name without `.wasm` for any other. */
function pluginName(component: string | URL): string {
  const path = typeof component === 'string' ? component : component.pathname;
  return (path.split('/').at(-1) ?? path).replace(/\.wasm$/, '');
}

function variablesOf(definition: EnvironmentDefinition): string[] {
  const values = [
    ...(definition.resources ?? []).flatMap(({ connector }) =>
      settingsOf(connector).map(([, setting]) => setting),
    ),
    definition.auth?.key,
  ];
  const variables = values.filter((value): value is Variable => typeof value === 'object');
  return sortedBy(new Set(variables.map((each) => each.variable)), (name) => name);
}
