import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    if (!pruned.has(folder)) prune(folder);
  } catch {
    return;
  }
}

/** Files kept in one folder; each edit of a source leaves one behind. */
const most = 4000;
const pruned = new Set<string>();

/** Once per process, since only a process that derives anew adds any: the oldest half goes. */
function prune(folder: string): void {
  pruned.add(folder);
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const files = names.map((name) => join(folder, name));
  const oldest = files.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).slice(0, most / 2);
  for (const file of oldest) rmSync(file, { force: true });
}
