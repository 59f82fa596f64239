import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

interface Fingerprint {
  readonly isFresh: (stamp: string, paths: readonly string[]) => boolean;
  readonly markFresh: (stamp: string, paths: readonly string[]) => void;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const module = pathToFileURL(join(root, 'scripts/setup/fingerprint.mjs')).href;
const { isFresh, markFresh } = (await import(module)) as Fingerprint;

let folder: string;
let stamp: string;
let paths: readonly string[];

beforeEach(() => {
  mkdirSync(join(root, '.remit'), { recursive: true });
  folder = mkdtempSync(join(root, '.remit/fingerprint-'));
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  writeFileSync(join(folder, 'deep/er/file'), 'one');
  stamp = join(folder, 'stamp');
  paths = [relative(root, join(folder, 'deep')), 'there-is-no-such-file'];
  markFresh(stamp, paths);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what was not touched is fresh, and without a stamp nothing is', () => {
  expect(isFresh(stamp, paths)).toBe(true);
  rmSync(stamp);
  expect(isFresh(stamp, paths)).toBe(false);
});

test('a file that was only touched is fresh', () => {
  utimesSync(join(folder, 'deep/er/file'), 1, 1);
  expect(isFresh(stamp, paths)).toBe(true);
  expect(isFresh(stamp, paths)).toBe(true);
});

test('a changed, a new and a removed file are noticed', () => {
  writeFileSync(join(folder, 'deep/er/file'), 'two');
  expect(isFresh(stamp, paths)).toBe(false);
  writeFileSync(join(folder, 'deep/er/file'), 'one');
  expect(isFresh(stamp, paths)).toBe(true);
  writeFileSync(join(folder, 'deep/new'), '');
  expect(isFresh(stamp, paths)).toBe(false);
  rmSync(join(folder, 'deep/new'));
  rmSync(join(folder, 'deep/er/file'));
  expect(isFresh(stamp, paths)).toBe(false);
});
