import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const header = /^package ([^;\s]+);/mu;

/** A folder of WIT as one text: the package of its own files first, then the packages under it, nested. */
export async function witSource(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.wit'));
  const root = await texts(files.filter((entry) => entry.parentPath === folder));
  const nested = await texts(files.filter((entry) => entry.parentPath !== folder));
  const own = root.map((text) => header.exec(text)?.[0]).find((line) => line !== undefined) ?? '';
  return [
    own,
    ...root.map((text) => text.replace(header, '')),
    ...nested.map((text) => `${text.replace(header, 'package $1 {')}\n}`),
  ].join('\n');
}

async function texts(
  files: readonly { readonly parentPath: string; readonly name: string }[],
): Promise<string[]> {
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}
