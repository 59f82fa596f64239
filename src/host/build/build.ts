import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { RemitError } from '../../errors/index.ts';
import { digestOf } from '../digest.ts';
import { bundle } from './bundle.ts';
import { inputHash, shippedWit } from './inputs.ts';
import { readManifest } from './manifest.ts';
import { type BuildRecord, freshDigest } from './record.ts';
import { loadComponentizer } from './toolchain.ts';

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
 * Makes a component of a folder with `plugin.json` and TypeScript sources: bundles them and puts them into QuickJS,
 * without any WASI import. Does nothing when the same inputs were built before.
 *
 * ```ts
 * const { file } = await buildPlugin('plugins/sql');
 * ```
 * @throws RemitError RMT2064 when the sources do not build, RMT2065 without the tools.
 */
export async function buildPlugin(directory: string, options: BuildOptions = {}): Promise<BuiltPlugin> {
  const folder = resolve(directory);
  const { name, world, source, wit } = await readManifest(folder);
  const witPath = wit === undefined ? shippedWit : resolve(folder, wit);
  const file = join(options.output ?? join(projectOf(folder), 'dist', 'plugins'), name, `${name}.wasm`);
  const code = await bundle(folder, source);
  const inputs = await inputHash(code, witPath, { world, componentizer: componentizerVersion() });
  const known = await freshDigest(file, inputs);
  if (known !== undefined) return { name, file, digest: known, fresh: true };
  const component = await componentized(folder, code, world, witPath);
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

/** Whoever reads meanwhile sees the old file or the new one. */
async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, file);
}
