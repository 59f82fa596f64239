import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Provider, sqlite } from '../../decorators/index.ts';
import { loadComponent } from '../load.ts';
import { loadOptionsOf } from '../open-binding.ts';
import { shippedFolder } from '../shipped.ts';

/** One provider of each component that Remit ships, and whether connectors of both sorts may be behind it. */
const shipped: readonly { readonly provider: Provider; readonly asynchronous: readonly boolean[] }[] = [
  { provider: sqlite(), asynchronous: [false, true] },
];

/**
 * Transpiles the components that Remit ships, so that no application has to. Part of making Remit itself: the output
 * is trusted like Remit's own code.
 */
export async function transpileShipped(): Promise<void> {
  for (const { provider, asynchronous } of shipped) {
    const cache = shippedFolder(provider.component) ?? '';
    const old = (await readdir(cache)).filter((name) => name.endsWith('.plugin'));
    await Promise.all(old.map((name) => rm(join(cache, name))));
    for (const mode of asynchronous) {
      await loadComponent(loadOptionsOf(provider, ['keyValue', 'blobs'], mode, { cache }));
    }
  }
}
