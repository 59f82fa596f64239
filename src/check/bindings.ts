import { type ProviderDefinition, providerOf } from '../decorators/index.ts';
import { type Diagnostic, RemitError } from '../errors/index.ts';
import { type BindingOptions, loadOptionsOf, verifyContract } from '../host/index.ts';
import type { EnvironmentModel, ResourceModel } from '../model/index.ts';
import type { Scanned } from '../scan/index.ts';

type Folders = Pick<BindingOptions, 'cache' | 'root'>;

/** Every binding whose plugin cannot serve the resources it is bound to, at the place of its environment. */
export async function brokenBindings(
  { model, code }: Scanned,
  environment: string | undefined,
  folders: Folders,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const each of model.environments) {
    const definition = code.environments.get(each.name);
    if (!definition || (environment !== undefined && each.name !== environment)) continue;
    for (const [provider, resources] of Map.groupBy(model.resources, ({ name }) =>
      providerOf(definition, name),
    )) {
      const broken = provider && (await brokenBinding(each, provider, resources, folders));
      if (broken) found.push(broken);
    }
  }
  return found;
}

async function brokenBinding(
  environment: EnvironmentModel,
  provider: ProviderDefinition,
  resources: readonly ResourceModel[],
  folders: Folders,
): Promise<Diagnostic | undefined> {
  const kinds = [...new Set(resources.map((resource) => resource.interface))];
  const options = loadOptionsOf(provider, kinds, provider.connector.kind !== 'sqlite', folders);
  try {
    await verifyContract(options);
    return undefined;
  } catch (error) {
    // Without the tools that read WIT nothing can be said of the plugin.
    if (!(error instanceof RemitError) || error.code === 'RMT2006') throw error;
    const served = resources.map(({ name }) => name).join(', ');
    return {
      code: error.code,
      message: `Environment ${environment.name} binds ${served} to ${provider.provider}. ${error.message}`,
      place: environment.place,
      related: resources.map(({ name, class: token, place }) => ({
        message: `${token} declares the ${kindOf(resources, name)} resource ${name}`,
        place,
      })),
      mend: mendOf(error, provider, resources),
    };
  }
}

function kindOf(resources: readonly ResourceModel[], resource: string): string {
  return resources.find(({ name }) => name === resource)?.interface ?? '';
}

function mendOf(
  error: RemitError,
  { component }: ProviderDefinition,
  resources: readonly ResourceModel[],
): string {
  const classes = resources.map((resource) => resource.class).join(', ');
  const file = String(component);
  if (error.code === 'RMT2002') {
    return `resources: [sqlite().for(${classes})]   // or another plugin that exports the interface`;
  }
  if (error.code !== 'RMT2009')
    return `remit plugin inspect ${file}   # then build it against this version of Remit`;
  return component === 'sql'
    ? 'npm install remit   # brings the plugin along'
    : `remit plugin build path/to/plugin   # writes ${file}, or correct the path in the binding`;
}
