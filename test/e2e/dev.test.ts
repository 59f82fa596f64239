import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { appFile, root, Stage } from './support/remit.ts';
import { until } from './support/until.ts';

const stage = new Stage();
const projects: string[] = [];
afterEach(async () => {
  await stage.clear();
  for (const folder of projects.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the waiting application to edit; inside the repository, where its packages are found. */
function project(): string {
  mkdirSync(join(root, '.remit'), { recursive: true });
  const folder = mkdtempSync(join(root, '.remit/e2e-'));
  projects.push(folder);
  cpSync(appFile('waiting.ts'), join(folder, 'app.ts'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}

function edit(folder: string, from: string, to: string): void {
  const file = join(folder, 'app.ts');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`there is no ${from} to edit`);
  writeFileSync(file, text.replace(from, to));
}

function develop(cwd: string) {
  return stage.run(['dev'], { cwd, env: { PORT: '0', REMIT_DATA: stage.folder(), WAITING: stage.folder() } });
}

/** The status of a note that is not there, on a connection of its own; or why there is none. */
function look(address: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    get(`${address}/notes/none`, { agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', (error) => resolve(error.message));
  });
}

/** Four callers look without pause until told to stop; answers with all they saw. */
function knock(address: string): () => Promise<ReadonlySet<number | string | undefined>> {
  const seen = new Set<number | string | undefined>();
  const told = new AbortController();
  const call = async () => {
    while (!told.signal.aborted) seen.add(await look(address));
  };
  const callers = [call(), call(), call(), call()];
  return async () => {
    told.abort();
    await Promise.all(callers);
    return seen;
  };
}

test('a change takes over without a request being refused', async () => {
  const folder = project();
  const dev = develop(folder);
  const address = await dev.address();
  const stop = knock(address);
  edit(folder, '@Reply({ status: 404 })', '@Reply({ status: 410 })');
  await until('the new version', () => dev.stdout.includes('restarted in'));
  await until('its answer', async () => (await look(address)) === 410);
  const seen = await stop();
  expect([...seen].filter((status) => status !== 404 && status !== 410)).toEqual([]);
  expect(await dev.signal('SIGTERM')).toBe(0);
});

test('a mistake is shown and the version before goes on serving, until it is mended', async () => {
  const folder = project();
  const dev = develop(folder);
  const address = await dev.address();
  edit(folder, '  @Public()\n  @Handles(ReadNote', '  @Handles(ReadNote');
  await until('the mistake', () => dev.stdout.includes('The version before goes on serving'));
  expect(dev.stderr).toContain('error[RMT');
  expect(dev.stderr).toContain('app.ts:');
  expect(await look(address)).toBe(404);

  edit(folder, '  @Handles(ReadNote', '  @Public()\n  @Handles(ReadNote');
  await until('the mended version', () => dev.stdout.includes('restarted in'));
  expect(await look(address)).toBe(404);
});

test('a mistake at the first start waits for a change', async () => {
  const folder = project();
  edit(folder, 'export default app(', 'export default app(]');
  const dev = develop(folder);
  await until('the mistake', () => dev.stdout.includes('Waiting for a change.'));
  expect(dev.stderr).toContain('error[RMT1');
  edit(folder, 'export default app(]', 'export default app(');
  expect(await look(await dev.address())).toBe(404);
});

test('a process that crashes is started again on the same port', async () => {
  const folder = project();
  edit(folder, "reached('slow-entered');", 'process.abort();');
  const dev = develop(folder);
  const address = await dev.address();
  const headers = { 'content-type': 'application/json' };
  await fetch(`${address}/slow`, { method: 'POST', headers, body: '{"id":"x"}' }).catch(() => undefined);
  await until('the crash', () => dev.stdout.includes('The application ended by itself (SIGABRT)'));
  await until('the next process', () => dev.stdout.includes('restarted in'));
  expect(await look(address)).toBe(404);
});

test('an endless loop at import keeps neither a later change nor the end from happening', async () => {
  const folder = project();
  const dev = develop(folder);
  const address = await dev.address();
  const spinning = 'spinning.txt';
  const loop = `\nimport { writeFileSync as mark } from 'node:fs';\nmark('${spinning}', '');\nfor (;;);\n`;
  const file = join(folder, 'app.ts');
  const good = readFileSync(file, 'utf8');
  const spins = () => until('the loop', () => existsSync(join(folder, spinning)));
  writeFileSync(file, good + loop);
  await spins();
  expect(await look(address)).toBe(404);
  writeFileSync(file, good.replace('status: 404', 'status: 410'));
  await until('the mended version', async () => (await look(address)) === 410);

  rmSync(join(folder, spinning));
  writeFileSync(file, good + loop);
  await spins();
  expect(await dev.signal('SIGTERM')).toBe(0);
});
