import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPlugin, inspectPlugin } from '../../../src/host/build/index.ts';

describe('building a plugin', () => {
  let folder: string;
  let plugin: string;
  let output: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'remit-build-'));
    plugin = join(folder, 'plugin');
    output = join(folder, 'out');
    cpSync('plugins/sql', plugin, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes a component that imports its connector and nothing of the system', async () => {
    const built = await buildPlugin(plugin, { output });
    expect(built).toMatchObject({ name: 'sql', file: join(output, 'sql', 'sql.wasm'), fresh: false });
    const seen = await inspectPlugin(built.file);
    expect(seen.imports.map(({ name }) => name)).toEqual(['remit:connect/sql@0.1.0']);
    expect(seen.exports.map(({ name }) => name).toSorted()).toEqual([
      'remit:blob/container@0.1.0',
      'remit:keyvalue/versions@0.1.0',
      'remit:plugin/deploy@0.1.0',
      'remit:plugin/manage@0.1.0',
      'wasi:keyvalue/atomics@0.2.0-draft2',
      'wasi:keyvalue/batch@0.2.0-draft2',
      'wasi:keyvalue/store@0.2.0-draft2',
    ]);
    expect(seen).toMatchObject({ digest: built.digest, size: statSync(built.file).size });
    for (const { words } of [...seen.exports, ...seen.imports]) expect(words).not.toContain('does not');
  });

  test('does nothing when nothing changed, and builds again when a source or the component did', async () => {
    const first = await buildPlugin(plugin, { output });
    expect(first.fresh).toBe(true);
    writeFileSync(first.file, readFileSync(first.file).subarray(1));
    expect((await buildPlugin(plugin, { output })).fresh).toBe(false);
    const source = join(plugin, 'src', 'page.ts');
    writeFileSync(source, readFileSync(source, 'utf8').replace('pageSize = 1000', 'pageSize = 999'));
    expect((await buildPlugin(plugin, { output })).fresh).toBe(false);
    expect((await buildPlugin(plugin, { output })).fresh).toBe(true);
  });

  test('names file and line of a mistake', async () => {
    const source = join(plugin, 'src', 'kind.ts');
    const before = readFileSync(source, 'utf8');
    writeFileSync(source, "import { nothing } from './nowhere.ts';\nexport const kindOf = nothing;\n");
    await expect(buildPlugin(plugin, { output })).rejects.toMatchObject({
      code: 'RMT2064',
      message: expect.stringContaining('src/kind.ts:1'),
    });
    writeFileSync(source, before);
  });

  test('refuses what a guest cannot have', async () => {
    const source = join(plugin, 'src', 'kind.ts');
    const before = readFileSync(source, 'utf8');
    writeFileSync(source, `import 'node:fs';\n${before}`);
    await expect(buildPlugin(plugin, { output })).rejects.toMatchObject({ code: 'RMT2064' });
    writeFileSync(source, before);
  });

  test.each([
    ['is missing', undefined],
    ['is no JSON', '{'],
    ['lacks a world', '{ "name": "x", "source": "src/plugin.ts" }'],
    ['has a name that leaves the folder', '{ "name": "../x", "world": "w", "source": "s" }'],
  ])('says what to write when the manifest %s', async (_, text) => {
    const bad = mkdtempSync(join(folder, 'bad-'));
    if (text !== undefined) writeFileSync(join(bad, 'plugin.json'), text);
    await expect(buildPlugin(bad, { output })).rejects.toMatchObject({ code: 'RMT2064' });
  });

  test('inspects nothing but components', async () => {
    await expect(inspectPlugin(join(folder, 'none.wasm'))).rejects.toMatchObject({ code: 'RMT2009' });
    const text = join(folder, 'text.wasm');
    writeFileSync(text, 'text');
    await expect(inspectPlugin(text)).rejects.toMatchObject({ code: 'RMT2001' });
  });
});
