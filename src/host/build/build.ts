import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { digestOf } from '../digest.ts';
import { inputHash, shippedWit } from './inputs.ts';
import { readManifest } from './manifest.ts';
import { nativeRecipe } from './native.ts';
import { quickJsRecipe } from './quickjs.ts';
import { type BuildRecord, freshDigest } from './record.ts';

/** A component on disk. */
export interface BuiltPlugin {
  readonly name: string;
  readonly file: string;
  /** SHA-256, hex. */
  readonly digest: string;
  /** Whether it was there already, made from the same inputs. */
  readonly fresh: boolean;
}

/** Options of `buildPlugin`. */
export interface BuildOptions {
  /** Folder to write `NAME/NAME.wasm` to; default: `dist/plugins` beside the nearest package.json above the plugin. */
  readonly output?: string;
}

/**
 * Makes a component of a folder with `plugin.json` and sources, without any WASI import. TypeScript is bundled and put into
 * QuickJS; Rust and C are compiled. Does nothing when the same inputs were built before.
 *
 * ```ts
 * const { file } = await buildPlugin('plugins/sql');
 * ```
 * @throws RemitError RMT2064 when the sources do not build, RMT2065 or RMT2150 without the tools.
 */
export async function buildPlugin(directory: string, options: BuildOptions = {}): Promise<BuiltPlugin> {
  const folder = resolve(directory);
  const manifest = await readManifest(folder);
  const { name, world, wit } = manifest;
  const witPath = wit === undefined ? shippedWit : resolve(folder, wit);
  const file = join(options.output ?? join(projectOf(folder), 'dist', 'plugins'), name, `${name}.wasm`);
  const recipeOf = manifest.language === 'typescript' ? quickJsRecipe : nativeRecipe;
  const recipe = await recipeOf(folder, manifest, witPath);
  const inputs = await inputHash(recipe.code, witPath, { world, componentizer: recipe.tool });
  const known = await freshDigest(file, inputs);
  if (known !== undefined) return { name, file, digest: known, fresh: true };
  const component = await recipe.component();
  const digest = digestOf(component);
  await mkdir(dirname(file), { recursive: true });
  const record: BuildRecord = { inputs, digest };
  await replaceFile(file, component);
  await replaceFile(`${file}.json`, JSON.stringify(record));
  return { name, file, digest, fresh: false };
}

function projectOf(folder: string): string {
  for (let parent = folder; ; parent = dirname(parent)) {
    if (existsSync(join(parent, 'package.json'))) return parent;
    if (parent === dirname(parent)) return folder;
  }
}

/** Whoever reads meanwhile sees the old file or the new one. */
async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, file);
}
