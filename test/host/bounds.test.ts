import { expect, test } from '@jest/globals';
import { loadComponent, type Pool } from '../../src/host/index.ts';
import { limits, operation, subject } from './subject.ts';

const start = async (): Promise<Pool> => {
  const component = await loadComponent(await subject('bounds', { required: ['test:bounds/run'] }));
  return component.pool({ limits, imports: () => ({}) });
};
const run = (pool: Pool, mode: number, size = 0): Promise<string[]> =>
  pool.use(operation('run'), ({ exports }) => exports['test:bounds/run']?.['run']?.(mode, size) as string[]);

test.each([
  ['a loop', 1, 0, 'fuel'],
  ['a loop of bulk operations', 2, 1_000_000, 'fuel'],
  ['memory', 3, 0, 'memory'],
  ['strings that overlap, each copied out', 4, 20_000, 'memory'],
  ['tables', 5, 0, 'memory'],
  ['recursion', 6, 0, 'stack'],
  ['an instruction that traps', 7, 0, 'trap'],
  ['an answer of a case that does not exist', 8, 0, 'type'],
])('%s is bounded', async (_, mode, size, kind) => {
  const pool = await start();
  await expect(run(pool, mode, size)).rejects.toMatchObject({ details: { kind, plugin: 'bounds' } });
  expect(await run(pool, 0)).toEqual([]);
  expect(pool.statistics()).toMatchObject({ instances: 1, discarded: 1 });
  await pool.close();
});

test('a plugin that deals with refused memory lives on, and a later trap is not blamed on it', async () => {
  const pool = await start();
  await expect(run(pool, 10)).rejects.toBe('full');
  expect(pool.statistics().discarded).toBe(0);
  await expect(run(pool, 7)).rejects.toMatchObject({ details: { kind: 'trap' } });
  await pool.close();
});

test('fuel is that of one call: a thousand calls that use a tenth of it each succeed', async () => {
  const pool = await start();
  for (let call = 0; call < 1000; call++) await run(pool, 17, 1_000_000);
  expect(pool.statistics().discarded).toBe(0);
  await pool.close();
});

test('memory too small for the start is told as such', async () => {
  const component = await loadComponent(await subject('bounds', { required: ['test:bounds/run'] }));
  const pool = component.pool({ limits: { ...limits, memory: 1 }, imports: () => ({}) });
  await expect(run(pool, 0)).rejects.toMatchObject({
    code: 'RMT2011',
    message: 'Plugin bounds wanted more memory than it may have while it was started',
  });
  await pool.close();
});

test('an abandoned queue gets its instances back: every waiter is answered when starting fails', async () => {
  const component = await loadComponent(await subject('bounds', { required: ['test:bounds/run'] }));
  const pool = component.pool({ limits: { ...limits, memory: 1 }, imports: () => ({}) });
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => run(pool, 0)));
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
  expect(pool.statistics()).toMatchObject({ instances: 0, waiting: 0 });
  await pool.close();
});
