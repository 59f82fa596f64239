import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ConnectorDefinition,
  connectorFamilies,
  namespaceOf,
  type ProviderDefinition,
} from '../decorators/index.ts';
import type { ResourceInterface } from '../model/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Binding } from './binding.ts';
import type { Limits, LoadOptions } from './component.ts';
import { ComponentBinding } from './component-binding.ts';
import { type ConnectorValues, openConnector } from './connectors/open.ts';
import { loadComponent } from './load.ts';
import type { Probe } from './probe.ts';
import { shippedFolder } from './shipped.ts';

/** What a binding is opened from. */
export interface BindingOptions {
  readonly provider: ProviderDefinition;
  /** Values of the provider's variables. May be empty where only `grants` is asked, as for policies. */
  readonly values: ConnectorValues;
  /** Folder of transpiled components. */
  readonly cache: string;
  /** Folder that relative paths of components start from: the application's; default: the working directory. */
  readonly root?: string | undefined;
  readonly telemetry: Telemetry;
  /** Watches it; for the conformance kit. */
  readonly probe?: Probe | undefined;
  /** Interfaces the bound resources have; default: both. */
  readonly interfaces?: readonly ResourceInterface[];
}

const interfaces: Readonly<Record<ResourceInterface, readonly string[]>> = {
  keyValue: ['wasi:keyvalue/store', 'wasi:keyvalue/atomics', 'wasi:keyvalue/batch'],
  blobs: ['remit:blob/container'],
};

/** Calls that may wait for an instance. */
const queue = 1024;

/**
 * Loads a provider's component and binds it to its connector. Connects to nothing: the first call does, `health`
 * for one.
 *
 * ```ts
 * const binding = await openBinding({ provider: sqlite(), values: { file: 'app.db' }, cache: '.remit/cache', telemetry });
 * await binding.provision('keyValue', 'orders');
 * const orders = binding.keyValue('orders');
 * ```
 * @throws RemitError RMT2001-2009 when the component cannot be loaded.
 */
export async function openBinding(options: BindingOptions): Promise<Binding> {
  const { provider, values, telemetry, probe } = options;
  const kinds = options.interfaces ?? (Object.keys(interfaces) as ResourceInterface[]);
  const limits = limitsOf(provider);
  const opened = openConnector(provider.connector, values, limits);
  const connector = probe ? probe.through(opened) : opened;
  const component = await loadComponent(loadOptionsOf(provider, kinds, connector.asynchronous, options));
  return new ComponentBinding(component, connector, telemetry, limits, targetOf(provider.connector), probe);
}

/** What a provider's component has to keep to serve resources of these kinds: what loads it, and what checks it. */
export function loadOptionsOf(
  { component, connector }: ProviderDefinition,
  kinds: readonly ResourceInterface[],
  asynchronous: boolean,
  { cache, root = '.' }: Pick<BindingOptions, 'cache' | 'root'>,
): LoadOptions {
  const shipped = shippedFolder(component);
  return {
    name: nameOf(component),
    file: shipped
      ? join(shipped, `${String(component)}.wasm`)
      : typeof component === 'string'
        ? resolve(root, component)
        : component,
    required: ['remit:plugin/deploy', 'remit:plugin/manage', ...kinds.flatMap((kind) => interfaces[kind])],
    offered: [`remit:connect/${connectorFamilies[connector.kind]}`],
    asynchronous,
    cache,
    ...(shipped && { shipped }),
  };
}

/** The bounds of a binding, with the defaults of those that are not said. */
export function limitsOf({ limits = {} }: Pick<ProviderDefinition, 'limits'>): Limits {
  const { instances = 8, fuel = 50_000_000, memory = 64, deadline = 10_000 } = limits;
  return { instances, queue, fuel, memory, deadline };
}

/** What the deploy face is asked for. */
function targetOf(connector: ConnectorDefinition): { readonly target: string; readonly namespace: string } {
  return { target: connector.kind, namespace: namespaceOf(connector) };
}

function nameOf(component: string | URL): string {
  const path = component instanceof URL ? fileURLToPath(component) : component;
  return /([^/\\]+?)(?:\.wasm)?$/u.exec(path)?.[1] ?? path;
}
