import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

function* files(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    yield { path, stat };
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* files(`${path}/${name}`);
}

function digest(paths, facts) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of files(path)) hash.update(`${file.path}\0${facts(file)}\0`);
  return hash.digest('hex');
}

/** Changes when any file under `paths` may have changed. A few milliseconds. */
const times = (paths) => digest(paths, ({ stat }) => `${stat.size} ${stat.mtimeMs}`);

/** Changes when any file under `paths` has changed. */
const contents = (paths) => digest(paths, ({ path }) => readFileSync(join(root, path)));

function read(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}

/** Whether what `stamp` stands for was made from `paths` as they are now. */
export function isFresh(stamp, paths) {
  const known = read(stamp);
  const now = times(paths);
  if (known.times === now) return true;
  if (known.contents !== contents(paths)) return false;
  writeFileSync(stamp, JSON.stringify({ ...known, times: now }));
  return true;
}

/** Records that what `stamp` stands for is now made from `paths`. */
export function markFresh(stamp, paths) {
  writeFileSync(stamp, JSON.stringify({ times: times(paths), contents: contents(paths) }));
}
