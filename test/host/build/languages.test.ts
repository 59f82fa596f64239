import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPlugin, inspectPlugin, languages, newPlugin } from '../../../src/host/build/index.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-languages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(languages)('a new plugin in %s', (language) => {
  const name = `my-${language}`;
  const output = (): string => join(folder, 'out');

  test('builds as it is, under its own name, and imports nothing but its connector', async () => {
    const made = await newPlugin(name, language, join(folder, name));
    for (const file of made.files) {
      expect(readFileSync(join(made.folder, file), 'utf8')).not.toContain(`kv-${language}`);
    }
    expect(made.files).toEqual(expect.arrayContaining(['README.md', 'plugin.json']));
    const built = await buildPlugin(made.folder, { output: output() });
    expect(built).toMatchObject({ name, fresh: false });
    const seen = await inspectPlugin(built.file);
    expect(seen.imports.map((one) => one.name)).toEqual(['remit:connect/sql@0.1.0']);
    expect(seen.exports.map((one) => one.name)).toEqual(
      expect.arrayContaining(['remit:plugin/deploy@0.1.0', 'remit:plugin/manage@0.1.0']),
    );
    expect((await buildPlugin(made.folder, { output: output() })).fresh).toBe(true);
  });

  test('is never written over files', async () => {
    await expect(newPlugin(name, language, join(folder, name))).rejects.toMatchObject({ code: 'RMT6060' });
  });
});

test.each(['Ranks', '../ranks', '', 'a b', '-a'])('%j is no name', async (name) => {
  await expect(newPlugin(name, 'c', join(folder, 'named'))).rejects.toMatchObject({ code: 'RMT6061' });
});

describe.each([
  ['c', 'src/table.c', 'bytes table_layout(bytes resource) { return 1; }'],
  ['rust', 'src/table.rs', 'pub fn broken() -> u8 { "x" }'],
] as const)('in %s', (language, source, mistake) => {
  const copy = (name: string): string => {
    const plugin = join(folder, name);
    cpSync(`plugins/kv-${language}`, plugin, { recursive: true });
    return plugin;
  };

  test('a mistake is told with its file and line', async () => {
    const plugin = copy(`broken-${language}`);
    writeFileSync(join(plugin, source), `\n${mistake}\n`);
    await expect(buildPlugin(plugin, { output: join(folder, 'broken') })).rejects.toMatchObject({
      code: 'RMT2064',
      message: expect.stringMatching(new RegExp(`${source.replace('.', '\\.')}:2`)),
    });
  });

  test('a changed signature does not become a component', async () => {
    const plugin = copy(`signature-${language}`);
    const file = join(plugin, `src/manage.${language === 'c' ? 'c' : 'rs'}`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('#provision"', '#provide"'));
    await expect(buildPlugin(plugin, { output: join(folder, 'broken') })).rejects.toMatchObject({
      code: 'RMT2064',
      message: expect.stringContaining('provision'),
    });
  });

  test('without a compiler the packages to install are named', async () => {
    const plugin = copy(`bare-${language}`);
    const present = language === 'c' ? 'wasi-libc' : 'libstd-rust-dev-wasm32';
    const build = run(process.execPath, ['dist/cli/main.js', 'plugin', 'build', plugin], {
      env: { PATH: folder, NO_COLOR: '1' },
    });
    await expect(build).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(new RegExp(`RMT2150.*${present}`, 's')),
    });
  });
});

test('another language is refused, with those there are', async () => {
  const plugin = join(folder, 'go');
  cpSync('plugins/kv-c', plugin, { recursive: true });
  const file = join(plugin, 'plugin.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"c"', '"go"'));
  await expect(buildPlugin(plugin)).rejects.toMatchObject({
    code: 'RMT2064',
    message: expect.stringContaining('typescript, rust, c'),
  });
});
