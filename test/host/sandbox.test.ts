import { expect, test } from '@jest/globals';
import { loadComponent, type Pool, type PoolOptions } from '../../src/host/index.ts';
import { get, limits, operation, subject } from './subject.ts';

const clock = 'wasi:clocks/wall-clock';

const start = async (offered: string[] = [], imports: PoolOptions['imports'] = () => ({})): Promise<Pool> => {
  const component = await loadComponent(await subject('bounds', { required: ['test:bounds/run'], offered }));
  return component.pool({ limits, imports });
};
const run = (pool: Pool, mode: number): Promise<string[]> =>
  pool.use(operation('run'), ({ exports }) => exports['test:bounds/run']?.['run']?.(mode, 0) as string[]);

test('the environment is empty', async () => {
  const pool = await start();
  expect(Object.keys(process.env).length).toBeGreaterThan(0);
  expect(await run(pool, 11)).toEqual([]);
  await pool.close();
});

test.each([
  ['exit', 12, 'wasi:cli/exit#exit'],
  ['the clock', 13, 'wasi:clocks/wall-clock#now'],
  ['the network', 14, 'wasi:sockets/instance-network#instance-network'],
  ['a function named like one every object has', 15, 'wasi:odd/names#to-string'],
  ['a function named like the property of every prototype', 16, 'wasi:odd/names#constructor'],
])('%s is refused, and the error tells what was', async (_, mode, refused) => {
  const pool = await start();
  await expect(run(pool, mode)).rejects.toMatchObject({
    code: 'RMT2030',
    message: `Plugin bounds asked for ${refused} during run on orders, which it was not granted`,
    details: { plugin: 'bounds', refused, resource: 'orders', operation: 'run' },
  });
  expect(pool.statistics().discarded).toBe(1);
  await pool.close();
});

test('what is offered and granted is there, and knows its instance', async () => {
  const seen: unknown[] = [];
  const pool = await start([clock], (instance) => ({
    [clock]: {
      now() {
        seen.push(instance.operation);
        return { seconds: 1n, nanoseconds: 0 };
      },
    },
  }));
  expect(await run(pool, 13)).toEqual([]);
  expect(seen).toEqual([operation('run')]);
  await pool.close();
});

test('what is offered and not granted is an error of the binding, before the plugin runs', async () => {
  const pool = await start([clock]);
  await expect(run(pool, 0)).rejects.toMatchObject({
    code: 'RMT2004',
    message: 'Plugin bounds imports wasi:clocks/wall-clock@0.2.0#now, which its binding does not have',
  });
  await pool.close();
});

test('a guest with all of WASI linked in serves, and has nothing of it', async () => {
  const component = await loadComponent(await subject('talkative'));
  expect(component.imports).toContain('wasi:filesystem/types@0.2.12');
  const pool = component.pool({ limits, imports: () => ({}) });
  expect(await get(pool, 'absent')).toBeUndefined();
  await expect(get(pool, 'trap')).rejects.toMatchObject({
    code: 'RMT2030',
    details: { refused: expect.stringMatching(/^wasi:clocks/) },
  });
  await pool.close();
});
