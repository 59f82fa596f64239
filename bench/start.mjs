// The example application as a process: time to check it, time to its first answer, memory at rest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from './server.mjs';
import { median, table } from './table.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const main = join(import.meta.dirname, '../dist/cli/main.js');
const example = join(import.meta.dirname, '../examples/orders/app.ts');
const data = mkdtempSync(join(tmpdir(), 'remit-bench-'));
const env = { PORT: '0', REMIT_DATA: data, ORDERS_JWT_KEY: 'only for measuring, never for anything else' };

function bare() {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - started;
}

function check() {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, 'check', example], {
    env: { ...process.env, CI: '' },
  });
  if (status !== 0) throw new Error(String(stdout) + String(stderr));
  return performance.now() - started;
}

async function firstAnswer() {
  const started = performance.now();
  const server = await serve(0, [main, 'start', example, '--env', 'dev'], { env });
  const response = await fetch(`http://127.0.0.1:${server.port}/orders/2f1a6a0e-8d0b-4c55-9f5e-0f6a2b6d6a11`);
  await response.text();
  const milliseconds = performance.now() - started;
  await wait(3000);
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
  await server.stop();
  return { milliseconds, rss };
}

check();
await firstAnswer();
const runs = [];
for (let round = 0; round < rounds; round += 1) {
  runs.push({ bare: bare(), check: check(), ...(await firstAnswer()) });
}
rmSync(data, { recursive: true });
const of = (key) => median(runs.map((run) => run[key]));
console.log(
  table([
    { figure: 'node -e 0', median: `${Math.round(of('bare'))} ms`, aim: '' },
    { figure: 'remit check', median: `${Math.round(of('check'))} ms`, aim: '≤ 1,500 ms' },
    { figure: 'start to first answer', median: `${Math.round(of('milliseconds'))} ms`, aim: '≤ 1,000 ms' },
    { figure: 'idle RSS', median: `${Math.round(of('rss'))} MiB`, aim: '≤ 150 MiB' },
  ]),
);
