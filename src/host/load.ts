import { Cache } from './cache/cache.ts';
import type { CacheEntry } from './cache/entry.ts';
import { findEntry } from './cache/find.ts';
import type { Component, LoadOptions } from './component.ts';
import { withoutVersion } from './contract/index.ts';
import { digestOf } from './digest.ts';
import { LoadedComponent } from './loaded.ts';
import { readPlugin } from './read-plugin.ts';
import { evaluateGenerated } from './transpile/generated.ts';
import { transpile } from './transpile/transpile.ts';

/**
 * Reads a plugin, checks its contract, and compiles it; nothing of it runs. What Remit ships, and what is in the cache,
 * needs neither the transpiler nor WIT. Throws RMT2001 to RMT2009, naming the plugin and what is wrong with it.
 *
 * ```ts
 * const sql = await loadComponent({ name: 'sql', file, required: ['wasi:keyvalue/store'],
 *   offered: ['remit:connect/sql'], asynchronous: false, cache: '.remit/plugins' });
 * ```
 */
export async function loadComponent(options: LoadOptions): Promise<Component> {
  const bytes = await readPlugin(options);
  const digest = digestOf(bytes);
  const found = await findEntry(options, digest);
  const entry = found.entry ?? (await transpile(options, bytes));
  const component = await compile(options, digest, entry);
  if (found.entry === undefined) await new Cache(options.cache).write(found.key, entry);
  return component;
}

async function compile(options: LoadOptions, digest: string, entry: CacheEntry): Promise<Component> {
  const instantiate = evaluateGenerated(options.name, entry.code);
  const compiled = await Promise.all(
    entry.modules.map(async ({ name, bytes, demand }) => {
      const module = await WebAssembly.compile(bytes as BufferSource);
      return { name, module, demand };
    }),
  );
  return new LoadedComponent(
    {
      name: options.name,
      instantiate,
      modules: new Map(compiled.map(({ name, module }) => [name, module])),
      demands: new Map(compiled.map(({ module, demand }) => [module, demand])),
      checked: entry.checked.map((id) => [id, withoutVersion(id)] as const),
    },
    digest,
    entry,
    options.offered,
  );
}
