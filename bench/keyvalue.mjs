// `get` of 1 KiB: through the sql plugin on SQLite, against the same query made directly on the same file.
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlite } from '../dist/decorators/index.js';
import { openBinding } from '../dist/host/index.js';
import { silentTelemetry } from '../dist/telemetry/index.js';
import { median, table } from './table.mjs';

const rounds = Number(process.env.ROUNDS ?? 9);
const calls = 5000;
const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
const file = join(folder, 'bench.db');
const binding = await openBinding({
  provider: sqlite(),
  values: { file },
  cache: join(import.meta.dirname, '../.remit/cache/plugins'),
  telemetry: silentTelemetry(),
});
await binding.provision('keyValue', 'bench');
const store = binding.keyValue('bench');
const value = new Uint8Array(1024).fill(120);
const keys = Array.from({ length: 1000 }, (_, index) => `key-${index}`);
for (const key of keys) await store.set(key, value);

const database = new DatabaseSync(file, { readOnly: true });
const query = database.prepare('SELECT value FROM kv_bench WHERE key = ?');

async function perCall(work) {
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) await work(keys[call % keys.length]);
  return ((performance.now() - started) * 1000) / calls;
}

const direct = async (key) => query.get(key).value;
const through = (key) => store.get(key);
await perCall(direct);
await perCall(through);
const runs = [];
for (let round = 0; round < rounds; round += 1) {
  runs.push({ direct: await perCall(direct), through: await perCall(through) });
}
await binding.close();
database.close();
rmSync(folder, { recursive: true });

const over = median(runs.map((run) => run.through - run.direct));
console.log(
  table([
    {
      figure: 'the query made directly',
      'µs a call': median(runs.map((run) => run.direct)).toFixed(1),
      aim: '',
    },
    { figure: 'through the plugin', 'µs a call': median(runs.map((run) => run.through)).toFixed(1), aim: '' },
    { figure: 'over the direct query', 'µs a call': over.toFixed(1), aim: '≤ 40' },
  ]),
);
