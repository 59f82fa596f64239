import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgres, type Provider, sqlite } from '../../decorators/index.ts';
import { type Binding, type BindingOptions, openBinding } from '../../host/index.ts';
import type { ResourceInterface } from '../../model/index.ts';
import { silentTelemetry } from '../../telemetry/index.ts';
import type { ConformanceOptions } from './options.ts';
import { Tap } from './tap.ts';

/** A plugin bound twice to one database that is the run's own: no instance serves both bindings. */
export interface Stand {
  readonly one: Binding;
  readonly other: Binding;
  readonly tap: Tap;
  close(): Promise<void>;
}

/** The provider that a run is about, and where its folder is. */
export function providerOf({ component, connector, limits }: ConformanceOptions): Provider {
  const bounds = limits && { limits };
  const provider =
    connector.kind === 'sqlite'
      ? sqlite({ ...bounds })
      : postgres({
          url: connector.url,
          ...(connector.schema !== undefined && { schema: connector.schema }),
          ...bounds,
        });
  return { ...provider, component };
}

export async function openStand(
  options: ConformanceOptions,
  interfaces: readonly ResourceInterface[],
): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'remit-conformance-'));
  const tap = new Tap();
  const opened: Binding[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(opened.map((binding) => binding.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const how: BindingOptions = {
      provider: providerOf(options),
      values: options.connector.kind === 'sqlite' ? { file: join(folder, 'conformance.db') } : {},
      cache: options.cache ?? '.remit/cache',
      telemetry: silentTelemetry(),
      interfaces,
      probe: tap,
    };
    const one = await openBinding(how);
    opened.push(one);
    const other = await openBinding(how);
    opened.push(other);
    return { one, other, tap, close };
  } catch (error) {
    await close();
    throw error;
  }
}
