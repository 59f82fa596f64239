import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { greeter } from './support/greeter.ts';
import { type InstalledProject, Package } from './support/package.ts';
import { type Remit, root, Stage } from './support/remit.ts';

const stage = new Stage();
const run = promisify(execFile);

let packed: Package;
/** With what a developer installs, and with what production needs. */
let developed: InstalledProject;
let deployed: InstalledProject;

beforeAll(() => {
  packed = new Package();
  const tools = ['oxc-parser', 'oxc-transform', '@types/node'];
  developed = packed.project('developed', greeter, tools);
  deployed = packed.project('deployed', greeter, []);
});
afterEach(() => stage.clear());
afterAll(() => packed.remove());

const remit = ({ folder, main }: InstalledProject, args: readonly string[]): Remit =>
  stage.run(args, { cwd: folder, main, env: { PORT: '0' } });

/** What a command says that fails, in one line. */
async function refusal(project: InstalledProject, args: readonly string[]): Promise<string> {
  const failed = remit(project, args);
  expect(await failed.end()).not.toBe(0);
  return failed.stderr.replaceAll(/\s+/g, ' ');
}

async function greets(project: InstalledProject, app: string): Promise<void> {
  const started = remit(project, ['start', app, '--env', 'dev']);
  const greeting = `${await started.address()}/greetings/ada`;
  const put = await fetch(greeting, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines: [{ text: 'Good morning' }] }),
  });
  expect(put.status).toBe(204);
  expect(await (await fetch(greeting)).json()).toEqual({ text: 'Good morning' });
  expect(await started.signal('SIGTERM')).toBe(0);
}

/** Compiles a project's TypeScript; the output goes to the other one as well. */
async function compile({ folder }: InstalledProject, outDir = join(folder, 'dist')): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const compiled = run(process.execPath, [compiler, '-p', folder, '--outDir', outDir]);
  await compiled.catch(({ stdout }: { stdout: string }) => expect(stdout).toBe(''));
}

describe('the package', () => {
  test('holds what is used and nothing else', () => {
    const { files } = packed;
    const top = new Set(files.map((file) => file.split('/')[0]).filter(Boolean));
    expect([...top].toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'package.json',
      'plugins',
      'wit',
    ]);
    expect(files.filter((file) => /\.(map|tsbuildinfo|test\.\w+)$|\/\.|\/test\//.test(file))).toEqual([]);
    const plugin = files.filter((file) => file.startsWith('dist/plugins/'));
    expect(plugin.map((file) => file.replace(/[0-9a-f]{64}/, 'KEY')).toSorted()).toEqual([
      'dist/plugins/sql/KEY.plugin',
      'dist/plugins/sql/KEY.plugin',
      'dist/plugins/sql/sql.wasm',
    ]);
  });
});

describe('an application outside of the repository', () => {
  test('is checked', async () => {
    const check = remit(developed, ['check']);
    expect({ code: await check.end(), stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
    expect(check.stdout).toContain('no mistakes');
  });

  test('starts as TypeScript', () => greets(developed, 'app.ts'));

  test("compiles against the package's types, strictly, and passes its own test", async () => {
    await compile(developed);
    const tested = await run(process.execPath, ['--test', 'dist/app.test.js'], { cwd: developed.folder });
    expect(tested.stdout).toMatch(/pass 1\b/);
  });

  test('starts compiled, without any tool', async () => {
    await compile(developed, join(deployed.folder, 'dist'));
    await greets(deployed, 'dist/app.js');
  });
});

describe('what is not installed is told with the command that installs it', () => {
  test('a compiler of TypeScript', async () => {
    const said = await refusal(deployed, ['start', 'app.ts', '--env', 'dev']);
    expect(said).toContain('error[RMT1086]');
    expect(said).toContain('npm install --save-dev oxc-transform oxc-parser');
  });

  test('a driver', async () => {
    await compile(developed, join(deployed.folder, 'dist'));
    const url = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };
    const { folder, main } = deployed;
    const failed = stage.run(['provision', 'dist/app.js', '--env', 'prod'], { cwd: folder, main, env: url });
    expect(await failed.end()).toBe(3);
    expect(failed.stderr).toContain('error[RMT2067]');
    expect(failed.stderr).toContain('npm install pg');
  });

  test('what draws SVG', async () => {
    const said = await refusal(developed, ['graph', '--svg']);
    expect(said).toContain('error[RMT6040]');
    expect(said).toContain('npm install --save-dev @viz-js/viz');
  });

  test('what builds a plugin', async () => {
    const said = await refusal(developed, [
      'plugin',
      'build',
      join(root, 'plugins/sql'),
      '--output',
      'built',
    ]);
    expect(said).toContain('error[RMT2065]');
    expect(said).toContain('npm install --save-dev esbuild componentize-qjs');
  });

  test('what reads and transpiles a plugin', async () => {
    const wasm = 'node_modules/remit/dist/plugins/sql/sql.wasm';
    const said = await refusal(developed, ['plugin', 'inspect', wasm]);
    expect(said).toContain('error[RMT2006]');
    expect(said).toContain('npm install --save-dev --save-exact @bytecodealliance/jco-transpile@0.15.0');
  });
});
