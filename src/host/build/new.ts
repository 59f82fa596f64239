import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RemitError } from '../../errors/index.ts';
import { isPluginName, type Language } from './manifest.ts';

/** A folder of sources that was just written. */
export interface NewPlugin {
  readonly name: string;
  readonly folder: string;
  /** Relative to the folder, in order. */
  readonly files: readonly string[];
}

/**
 * Writes a small, complete plugin that builds and works: key-value resources in SQLite. It is the one that Remit is
 * tested with in that language, under another name.
 *
 * ```ts
 * await newPlugin('ranks', 'rust', 'plugins/ranks');
 * ```
 * @throws RemitError RMT6060 when the folder is there already, RMT6061 when the name is none.
 */
export async function newPlugin(name: string, language: Language, directory: string): Promise<NewPlugin> {
  if (!isPluginName(name)) {
    throw new RemitError(
      'RMT6061',
      `${JSON.stringify(name)} is no name of a plugin: lower-case letters, digits and dashes, a letter first.`,
    );
  }
  const folder = resolve(directory);
  if (existsSync(folder)) throw new RemitError('RMT6060', `${folder} is there already.`);
  const model = `kv-${language}`;
  const from = fileURLToPath(new URL(`../../../plugins/${model}`, import.meta.url));
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => relative(from, path)).toSorted();
  for (const file of files) {
    const text = await readFile(join(from, file), 'utf8');
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text.replaceAll(model, name), { flag: 'wx' });
  }
  return { name, folder, files };
}
