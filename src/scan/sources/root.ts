import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The folder that places are relative to and `remit.lock` stands in: the nearest one above the application file
 * with a package.json or a remit.lock, and the working directory without any.
 */
export function applicationRoot(entryFile: string): string {
  for (let folder = dirname(entryFile); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || existsSync(join(folder, 'remit.lock'))) return folder;
    if (dirname(folder) === folder) return process.cwd();
  }
}

/** `file` as places name it: relative to `root`, with forward slashes. */
export function placeFile(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

/** Where what is derived from sources is kept between runs. */
export function cacheFolder(root: string): string {
  return join(root, '.remit', 'cache', 'sources');
}
