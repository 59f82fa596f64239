import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlite } from '../../decorators/index.ts';
import { loadComponent } from '../load.ts';
import { loadOptionsOf } from '../open-binding.ts';
import { shippedFolder } from '../shipped.ts';

/**
 * Transpiles the component that Remit ships, for connectors of both kinds, so that no application has to. Part of
 * making Remit itself: the output is trusted like Remit's own code.
 */
export async function transpileShipped(): Promise<void> {
  const old = (await readdir(shippedFolder)).filter((name) => name.endsWith('.plugin'));
  await Promise.all(old.map((name) => rm(join(shippedFolder, name))));
  for (const asynchronous of [false, true]) {
    await loadComponent(
      loadOptionsOf(sqlite(), ['keyValue', 'blobs'], asynchronous, { cache: shippedFolder }),
    );
  }
}
