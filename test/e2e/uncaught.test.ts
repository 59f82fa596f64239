import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { appFile, Stage } from './support/remit.ts';
import { until } from './support/until.ts';

const stage = new Stage();
afterEach(() => stage.clear());

function run(command: readonly string[]) {
  const folder = stage.folder();
  const env = { PORT: '0', REMIT_DATA: folder, WAITING: folder };
  const [name = '', ...more] = command;
  return { folder, app: stage.run([name, appFile('careless.ts'), ...more], { env }) };
}

function slip(address: string, how: string): Promise<number | string> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${address}/slip`, { method: 'POST', headers, body: JSON.stringify({ how }) }).then(
    ({ status }) => status,
    () => 'lost',
  );
}

test.each([
  ['rejected', 'Error: nobody waits for this', 'careless.ts:16:9'],
  ['thrown', 'TypeError: in a timer', 'careless.ts:20:9'],
])('what the application left uncaught is its own: %s', async (how, what, place) => {
  const { folder, app } = run(['start', '--env', 'dev']);
  const address = await app.address();
  const slow = slip(address, 'slow');
  await until('the slow handler', () => existsSync(join(folder, 'slow-entered')));
  await slip(address, how);
  await until('the error', () => app.stderr.includes('error[RMT6050]'));
  expect(app.ended).toBe(false);
  writeFileSync(join(folder, 'slow-allowed'), '');
  expect(await slow).toBe(204);
  expect(await app.end()).toBe(3);
  expect(app.stderr).toContain(`error[RMT6050]: The application left an error uncaught: ${what}.`);
  expect(app.stderr).toContain(place);
  expect(app.stderr).toMatch(/ error cli +RMT6050 /);
  expect(app.stderr).not.toContain('RMT6039');
});

test('dev shows it and starts the application again', async () => {
  const { app } = run(['dev']);
  const address = await app.address();
  await slip(address, 'thrown');
  await until('the next process', () => app.stdout.includes('restarted in'));
  expect(app.stdout).toContain('The application ended by itself (exit code 3).');
  expect(app.stderr).toContain(
    'error[RMT6050]: The application left an error uncaught: TypeError: in a timer.',
  );
  expect(await app.signal('SIGTERM')).toBe(0);
});
