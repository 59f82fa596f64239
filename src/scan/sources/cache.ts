import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was derived from sources, on disk by the hash of what it was derived from. Losing it costs time only. */
export interface DerivedCache {
  /** The text kept for `source`, or what `derive` makes of it, which is then kept. */
  of(source: string, name: string, extension: string, derive: () => string): string;
}

/** `salt` names all else that the derived text depends on: tool versions and their settings. */
export function derivedCache(folder: string, salt: string): DerivedCache {
  return {
    of(source, name, extension, derive) {
      const hash = createHash('sha256').update(`${salt}\0${name}\0`).update(source).digest('hex');
      const file = join(folder, `${hash.slice(0, 40)}${extension}`);
      const kept = read(file);
      if (kept !== undefined) return kept;
      const made = derive();
      keep(folder, file, made);
      return made;
    },
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A read-only folder is no reason to fail; the rename keeps readers from ever seeing half a file. */
function keep(folder: string, file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch {
    return;
  }
}
