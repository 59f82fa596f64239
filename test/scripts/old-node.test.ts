import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';

const setup = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));

test('an old Node meets one sentence and exit code 1', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '16.20.2' }); import(${JSON.stringify(setup)})`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', pretend, 'x', 'start'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(stderr).toBe(
    'Remit sets itself up with Node 18 or newer and this is Node 16.20.2: install a newer one (https://nodejs.org) and run the same command again.\n',
  );
  expect(status).toBe(1);
});

test('the file that says so has nothing in it that Node 12 cannot parse', () => {
  const source = readFileSync(setup, 'utf8');
  const lowered = transformSync(source, { target: 'node12.22' }).code;
  expect(lowered).toBe(transformSync(source, { target: 'esnext' }).code);
});

test('a wrong verb is told the right ones', () => {
  const { status, stderr } = spawnSync(process.execPath, [setup, 'strat'], { encoding: 'utf8' });
  expect(stderr).toMatch(/^usage: .* start \| test \| .*remit\n$/);
  expect(status).toBe(2);
});
