import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { derivedCache } from '../../../src/scan/sources/cache.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-cache-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what was derived is derived once for each source, name and salt', () => {
  const derived: string[] = [];
  const of = (salt: string, source: string, name: string): string =>
    derivedCache(folder, salt).of(source, name, '.js', () => {
      derived.push(`${salt} ${source} ${name}`);
      return source.toUpperCase();
    });
  for (let round = 0; round < 2; round++) {
    expect(of('1', 'a', 'x.ts')).toBe('A');
    expect(of('2', 'a', 'x.ts')).toBe('A');
    expect(of('1', 'b', 'x.ts')).toBe('B');
    expect(of('1', 'a', 'y.ts')).toBe('A');
  }
  expect(derived).toEqual(['1 a x.ts', '2 a x.ts', '1 b x.ts', '1 a y.ts']);
});

test('a folder that cannot be written costs time only', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const cache = derivedCache(join(file, 'below'), '1');
  expect(cache.of('a', 'x.ts', '.js', () => 'A')).toBe('A');
  expect(cache.of('a', 'x.ts', '.js', () => 'B')).toBe('B');
});

test('the oldest go when there are too many', () => {
  for (let index = 0; index < 4001; index++) writeFileSync(join(folder, `${index}.js`), '');
  const past = new Date(0);
  for (let index = 0; index < 2000; index++) utimesSync(join(folder, `${index}.js`), past, past);
  derivedCache(folder, '1').of('a', 'x.ts', '.js', () => 'A');
  const left = readdirSync(folder);
  expect(left).toHaveLength(2002);
  expect(left).not.toContain('0.js');
  expect(left).toContain('4000.js');
});
