import { createRequire } from 'node:module';
import { RemitError } from '../../errors/index.ts';
import { bundle } from './bundle.ts';
import type { PluginManifest } from './manifest.ts';
import type { Recipe } from './recipe.ts';
import { loadComponentizer } from './toolchain.ts';

/** What is to be done for a plugin in TypeScript: its sources are bundled, and put into QuickJS. */
export async function quickJsRecipe(
  folder: string,
  { source, world }: PluginManifest,
  wit: string,
): Promise<Recipe> {
  const code = await bundle(folder, source);
  return { code, tool: componentizerVersion(), component: () => componentized(folder, code, world, wit) };
}

function componentizerVersion(): string {
  try {
    const { version } = createRequire(import.meta.url)('componentize-qjs/package.json') as {
      version: string;
    };
    return version;
  } catch {
    return 'unknown';
  }
}

async function componentized(folder: string, code: string, world: string, witPath: string): Promise<Buffer> {
  const { componentize } = await loadComponentizer();
  try {
    // Synchronous runtime and stubbed WASI: a plugin has what its world imports, and nothing else.
    const made = await componentize({ witPath, jsSource: code, world, stubWasi: true, sync: true });
    return made.component;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RemitError('RMT2064', `The plugin in ${folder} does not become a component: ${reason}`, {
      cause: error,
    });
  }
}
