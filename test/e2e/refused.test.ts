import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { appFile, Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['--env', 'dev'],
): Promise<Ended> {
  const app = stage.run(['start', appFile('waiting.ts'), ...args], { env });
  const code = await app.end();
  return { code, stdout: app.stdout, stderr: app.stderr };
}

/** One coded error, and nothing of how Remit is made inside. */
function expectRefusal({ code, stdout, stderr }: Ended, error: string): void {
  expect(stderr).toContain(`error[${error}]`);
  expect(stderr).toMatch(/\n {2}why: /);
  expect(stderr).not.toMatch(/\n\s+at |node_modules|dist\//);
  expect(stdout).toBe('');
  expect(code).toBe(3);
}

test('a port in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  try {
    expectRefusal(await start({ PORT: String(port), REMIT_DATA: stage.folder() }), 'RMT4020');
    const dev = stage.run(['dev', appFile('waiting.ts')], {
      env: { PORT: String(port), REMIT_DATA: stage.folder() },
    });
    expect(await dev.end()).toBe(3);
    expect(dev.stderr).toContain('error[RMT4020]');
  } finally {
    server.close();
  }
});

test.each([
  ['remit.db', 'RMT2051'],
  ['events.db', 'RMT3033'],
])('a damaged %s', async (file, error) => {
  const data = stage.folder();
  writeFileSync(join(data, file), 'this is no database, and long enough to be looked at as one. '.repeat(40));
  expectRefusal(await start({ PORT: '0', REMIT_DATA: data }), error);
});

test.each([
  ['remit.db', 'RMT2052'],
  ['events.db', 'RMT3032'],
])('a locked %s', async (file, error) => {
  const data = stage.folder();
  const database = new DatabaseSync(join(data, file));
  database.exec('CREATE TABLE mine (a); BEGIN EXCLUSIVE; INSERT INTO mine VALUES (1)');
  try {
    expectRefusal(await start({ PORT: '0', REMIT_DATA: data }), error);
  } finally {
    database.close();
  }
});

test('a data folder that is a file', async () => {
  const file = join(stage.folder(), 'file');
  writeFileSync(file, '');
  expectRefusal(await start({ PORT: '0', REMIT_DATA: file }), 'RMT3043');
});

test('variables that are not set, all at once', async () => {
  const app = stage.run(['start', 'examples/orders/app.ts', '--env', 'prod']);
  expect(await app.end()).toBe(3);
  for (const name of ['DATABASE_URL', 'DATABASE_ROLE', 'ORDERS_JWT_KEY']) expect(app.stderr).toContain(name);
  expect(app.stderr).toContain('3 errors');
});

test.each([
  [{ PORT: '70000' }, ['--env', 'dev'], 'RMT6041'],
  [{ PORT: '3000' }, ['--env', 'dev', '--port', 'x'], 'RMT6041'],
  [{}, ['--env', 'prd'], 'RMT6005'],
  [{}, [], 'RMT6007'],
] as const)('wrong usage: %j %j', async (env, args, error) => {
  const { code, stderr } = await start(env, args);
  expect(stderr).toContain(`error[${error}]`);
  expect(code).toBe(2);
});

test('an application with a mistake', async () => {
  const folder = stage.folder();
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'app/app.ts'),
    "import { app } from 'remit';\nexport const wrong = app('x', {});\n",
  );
  const app = stage.run(['start', 'app/app.ts', '--env', 'dev'], { cwd: folder });
  expect(await app.end()).not.toBe(0);
  expect(app.stderr).toContain('error[RMT1084]');
  expect(app.stderr).toContain('app/app.ts');
});
