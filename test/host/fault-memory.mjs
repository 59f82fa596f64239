// A thousand faults of five kinds in one process; prints the resident memory, in MiB, after each round of a hundred.
import { loadComponent } from '../../src/host/load.ts';

const [options, calls] = process.argv.slice(2).map((text) => JSON.parse(text));
const component = await loadComponent(options);
const pool = component.pool({
  limits: { instances: 2, queue: 10, fuel: 1_000_000, memory: 8, deadline: 5000 },
  imports: () => ({}),
});
const call = { interface: 'keyValue', resource: 'orders', operation: 'get' };
const get = (key) =>
  pool.use(call, async ({ exports }) => (await exports['wasi:keyvalue/store'].open('orders')).get(key));

const outcomes = {};
const rounds = [];
for (let round = 0; round < 10; round++) {
  for (let index = 0; index < 100; index++) {
    const key = calls[index % calls.length];
    const code = await get(key).then(
      () => 'served',
      (thrown) => thrown.code,
    );
    outcomes[`${key} ${code}`] = (outcomes[`${key} ${code}`] ?? 0) + 1;
  }
  if ((await get('absent')) !== undefined) throw new Error('other calls are not served');
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  rounds.push(Math.round(process.memoryUsage.rss() / 1_048_576));
}
await pool.close();
process.stdout.write(JSON.stringify({ outcomes, rounds, statistics: pool.statistics() }));
