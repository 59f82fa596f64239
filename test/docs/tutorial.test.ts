import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root, snippets } from './snippets.ts';

const document = 'docs/writing-a-plugin.md';
const text = readFileSync(join(root, document), 'utf8');
const blocks = Array.from(text.matchAll(/^```sh\n(.*?)^```$/gms), ([, block = '']) => block);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with `remit` installed, and the tutorial's application. */
function project(): string {
  mkdirSync(join(root, '.remit'), { recursive: true });
  const folder = mkdtempSync(join(root, '.remit/tutorial-'));
  folders.push(folder);
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/remit'));
  const command = join(folder, 'node_modules/.bin/remit');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli/main.js')}" "$@"\n`);
  chmodSync(command, 0o755);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { module, code } of snippets(document)) writeFileSync(join(folder, module), code);
  return folder;
}

/** Runs a block in a shell that ends at the first command that fails; what it said. */
function run(folder: string, block: string): Promise<string> {
  const path = `${dirname(process.execPath)}:${process.env['PATH']}`;
  const env = { PATH: path, HOME: process.env['HOME'], NO_COLOR: '1' };
  return new Promise((done, failed) => {
    execFile('sh', ['-ec', block], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error) failed(new Error(`${block}\n${stdout}\n${stderr}`, { cause: error }));
      else done(stdout + stderr);
    });
  });
}

test('the commands of the tutorial do what it says', async () => {
  const folder = project();
  const [make = '', bind = '', refuse = '', mend = '', ...more] = blocks;
  expect(more).toEqual([]);
  const made = await run(folder, make);
  expect(made).toContain('serves key-value resources');
  expect(made).toContain('runs statements on a database');
  const bound = await run(folder, bind);
  expect(bound).toContain('no mistakes');
  expect(bound).toMatch(/"total":\s*3\b.*"total":\s*7\b/s);
  expect(await run(folder, refuse)).toContain('RMT2061');
  expect(await run(folder, mend)).toMatch(/"total":\s*12\b/);
  const manifest = await run(folder, 'node_modules/.bin/remit manifest app.ts --json');
  const model = JSON.parse(manifest) as {
    readonly environments: readonly { readonly bindings: readonly unknown[] }[];
  };
  expect(model.environments[0]?.bindings).toEqual([
    { resource: 'ranks', provider: 'ranks', plugin: 'ranks', connector: 'sql', target: 'sqlite' },
  ]);
}, 120_000);

test.each(['rust', 'c'])(
  'the same in %s',
  async (language) => {
    const folder = project();
    const [make = '', bind = ''] = blocks;
    await run(folder, make.replace('typescript', language));
    expect(await run(folder, bind)).toMatch(/"total":\s*3\b.*"total":\s*7\b/s);
  },
  120_000,
);
