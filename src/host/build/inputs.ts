import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The WIT Remit ships. */
export const shippedWit = fileURLToPath(new URL('../../../wit', import.meta.url));

/**
 * A hash of all a component is made of. Builds are not byte-reproducible, so the component's own hash cannot tell
 * whether it is fresh.
 */
export async function inputHash(code: string, wit: string, settings: object): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings)).update('\0').update(code);
  const entries = await readdir(wit, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) {
    hash.update(`\0${relative(wit, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
