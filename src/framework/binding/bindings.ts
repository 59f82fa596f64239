import { join } from 'node:path';
import {
  type EnvironmentDefinition,
  type ProviderDefinition,
  providerOf,
  settingsOf,
} from '../../decorators/index.ts';
import { RemitError } from '../../errors/index.ts';
import type { Binding, BindingOptions } from '../../host/index.ts';
import type { BlobStore, KeyValueStore } from '../../interfaces/index.ts';
import type { Model, ResourceModel } from '../../model/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';
import { valueOf, type Variables } from '../environment.ts';

/** Opens the plugin of one provider. */
export type OpenBinding = (options: BindingOptions) => Promise<Binding>;

/** What opening all bindings of an environment takes. */
export interface BindingsOptions {
  readonly variables: Variables;
  readonly data: string;
  readonly cache: string;
  readonly root?: string | undefined;
  readonly telemetry: Telemetry;
  readonly open: OpenBinding;
}

interface Bound {
  readonly provider: ProviderDefinition;
  readonly binding: Binding;
  readonly resources: readonly ResourceModel[];
}

function valuesOf(
  { connector }: ProviderDefinition,
  { variables, data }: BindingsOptions,
): BindingOptions['values'] {
  const values = settingsOf(connector).flatMap(([name, setting]) => {
    const value = typeof setting === 'object' ? valueOf(setting, variables) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const embedded = connector.kind === 'sqlite' && connector.file === undefined;
  return { ...(embedded && { file: join(data, 'remit.db') }), ...Object.fromEntries(values) };
}

/** Asks for every declaration that a need will rest on: one that is too much, or none, is known before anything runs. */
async function declarations(model: Model, binding: Binding, served: readonly ResourceModel[]): Promise<void> {
  const needs = model.services.flatMap((one) => [
    ...one.needs,
    ...one.handlers.flatMap((each) => each.needs),
  ]);
  for (const { interface: kind, name } of served) {
    for (const need of needs) {
      if (need.kind !== 'resource' || need.resource !== name) continue;
      for (const operation of need.operations) await binding.grants(kind, name, operation);
    }
  }
}

/** The bindings of one environment, one per provider that serves anything. */
export class Bindings {
  readonly #bound: Bound[] = [];
  readonly #byResource = new Map<string, Binding>();

  /** Opens all, or none: what was opened before a fault is closed again. */
  static async open(
    model: Model,
    definition: EnvironmentDefinition,
    options: BindingsOptions,
  ): Promise<Bindings> {
    const served = Map.groupBy(model.resources, ({ name }) => providerOf(definition, name));
    const bindings = new Bindings();
    try {
      for (const [provider, resources] of served) {
        if (provider === undefined) continue;
        const binding = await options.open({
          provider,
          values: valuesOf(provider, options),
          cache: options.cache,
          root: options.root,
          telemetry: options.telemetry,
          interfaces: [...new Set(resources.map((resource) => resource.interface))],
        });
        bindings.#bound.push({ provider, binding, resources });
        await declarations(model, binding, resources);
        for (const { name } of resources) bindings.#byResource.set(name, binding);
      }
    } catch (error) {
      await bindings.close();
      throw error;
    }
    return bindings;
  }

  keyValue(resource: string): KeyValueStore {
    return this.#of(resource).keyValue(resource);
  }

  blobs(resource: string): BlobStore {
    return this.#of(resource).blobs(resource);
  }

  /** Creates what the resources need, on the connectors that `wanted` picks. */
  async provision(wanted: (connector: 'sqlite' | 'postgres') => boolean): Promise<void> {
    for (const { provider, binding, resources } of this.#bound) {
      if (!wanted(provider.connector.kind)) continue;
      for (const resource of resources) await binding.provision(resource.interface, resource.name);
    }
  }

  /** Connects to everything once, so that what cannot serve is known before anything is served. */
  async health(): Promise<void> {
    for (const { binding } of this.#bound) await binding.health();
  }

  /** Closes all, whatever one of them says. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#bound.splice(0).map(({ binding }) => binding.close()));
  }

  #of(resource: string): Binding {
    const binding = this.#byResource.get(resource);
    if (binding) return binding;
    throw new RemitError('RMT3015', `Nothing serves ${resource} in this environment.`, {
      details: { resource },
    });
  }
}
