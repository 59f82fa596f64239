import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const setup = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));

function remit(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [setup, 'remit', ...args], { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

test('passes the exit code on, and says nothing of its own', async () => {
  const { child, output } = remit(['nonsense']);
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(output()).toMatch(/^error\[RMT6003\]/);
});

test('runs in the folder it was called in', async () => {
  const { child, output } = remit(['check', 'app.ts'], {
    INIT_CWD: fileURLToPath(new URL('../../examples/orders', import.meta.url)),
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output()).toContain('orders: ');
});

test('passes signals on', async () => {
  const data = mkdtempSync(join(tmpdir(), 'remit-signal-'));
  const { child, output } = remit(['dev', 'examples/orders/app.ts'], { PORT: '0', REMIT_DATA: data });
  while (!output().includes(' serves at ')) await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  rmSync(data, { recursive: true });
});
