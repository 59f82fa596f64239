import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { loadComponent } from '../../src/host/index.ts';
import { transpilerVersion } from '../../src/host/transpile/version.ts';
import { get, limits, subject, temporaryFolder } from './subject.ts';

const serves = async (cache: string): Promise<void> => {
  const component = await loadComponent(await subject('hostile', { cache }));
  const pool = component.pool({ limits, imports: () => ({}) });
  expect(await get(pool, 'absent')).toBeUndefined();
  await pool.close();
};

const entry = async (cache: string): Promise<string> => {
  const names = await readdir(cache);
  expect(names).toHaveLength(1);
  return join(cache, names[0] ?? '');
};

test('a second start uses what the first one wrote', async () => {
  const cache = await temporaryFolder();
  await serves(cache);
  const before = await stat(await entry(cache));
  await serves(cache);
  expect((await stat(await entry(cache))).mtimeMs).toBe(before.mtimeMs);
});

test('a warm start needs no transpiler, nor the shims that come with it', async () => {
  const cache = await temporaryFolder();
  const options = JSON.stringify(await subject('hostile', { cache }));
  const script = fileURLToPath(new URL('without-transpiler.mjs', import.meta.url));
  const start = () => promisify(execFile)(process.execPath, [script, options]);
  await expect(start()).rejects.toMatchObject({ stderr: expect.stringContaining('RMT2006') });
  await serves(cache);
  expect((await start()).stdout).toBe('served\n');
});

test('what ships with Remit is used first, and nothing is written then', async () => {
  const [shipped, cache] = [await temporaryFolder(), await temporaryFolder()];
  await loadComponent(await subject('hostile', { cache: shipped }));
  const before = await stat(await entry(shipped));
  await loadComponent(await subject('hostile', { shipped, cache }));
  expect(await readdir(cache)).toEqual([]);
  await loadComponent(await subject('hostile', { shipped, cache, asynchronous: true }));
  await entry(cache);
  expect((await stat(await entry(shipped))).mtimeMs).toBe(before.mtimeMs);
});

test('an entry serves whatever it says was kept, and nothing else', async () => {
  const cache = await temporaryFolder();
  await loadComponent(await subject('hostile', { cache }));
  await loadComponent(await subject('hostile', { cache, required: [] }));
  await entry(cache);
  const required = ['remit:blob/container'];
  await expect(loadComponent(await subject('hostile', { cache, required }))).rejects.toMatchObject({
    code: 'RMT2002',
  });
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
  ['changed', (bytes: Buffer) => Buffer.from(bytes).fill(1, bytes.length - 10, bytes.length - 9)],
  ['empty', () => Buffer.alloc(0)],
  ['of something else', () => Buffer.from('{"not": "ours"}')],
])('an entry that is %s is made again', async (_, damage) => {
  const cache = await temporaryFolder();
  await serves(cache);
  const file = await entry(cache);
  const whole = await readFile(file);
  await writeFile(file, damage(whole));
  await serves(cache);
  expect((await readFile(file)).equals(whole)).toBe(true);
});

test('starts at the same time do not disturb each other', async () => {
  const cache = await temporaryFolder();
  await Promise.all([serves(cache), serves(cache), serves(cache)]);
  await entry(cache);
});

test('other options have other entries', async () => {
  const cache = await temporaryFolder();
  await serves(cache);
  await loadComponent(await subject('hostile', { cache, asynchronous: true }));
  await loadComponent(await subject('hostile', { cache, offered: ['remit:connect/sql'] }));
  expect(await readdir(cache)).toHaveLength(3);
});

test('a folder that cannot be written is an error that names it', async () => {
  const cache = join(await temporaryFolder(), 'file');
  await writeFile(cache, '');
  await expect(loadComponent(await subject('hostile', { cache }))).rejects.toMatchObject({
    code: 'RMT2008',
    message: `The plugin cache ${cache} cannot be written`,
  });
});

test('the version in cache keys is the one that is installed', async () => {
  const installed = new URL(
    '../../node_modules/@bytecodealliance/jco-transpile/package.json',
    import.meta.url,
  );
  expect(JSON.parse(await readFile(installed, 'utf8'))).toMatchObject({ version: transpilerVersion });
});
