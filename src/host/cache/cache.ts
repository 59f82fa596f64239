import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RemitError } from '../../errors/index.ts';
import type { CacheEntry } from './entry.ts';
import { decodeEntry, encodeEntry } from './format.ts';

/** A folder of transpiled plugins, one file each, named by what it was made from. */
export class Cache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `undefined` when there is none, or one that is not whole: it is made again then. */
  async read(key: string): Promise<CacheEntry | undefined> {
    try {
      return decodeEntry(await readFile(this.#file(key)));
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all, whoever else writes the same. Throws RMT2008. */
  async write(key: string, entry: CacheEntry): Promise<void> {
    const temporary = `${this.#file(key)}.${randomUUID()}`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(temporary, encodeEntry(entry));
      await rename(temporary, this.#file(key));
    } catch (cause) {
      await rm(temporary, { force: true }).catch(() => {});
      throw new RemitError('RMT2008', `The plugin cache ${this.#folder} cannot be written`, {
        cause,
        details: { folder: this.#folder },
      });
    }
  }

  #file(key: string): string {
    return join(this.#folder, `${key}.plugin`);
  }
}
