import { describe, expect, test } from '@jest/globals';
import { loadComponent, type Pool } from '../../src/host/index.ts';
import { get, limits, subject } from './subject.ts';

const faults = [
  ['spin', 'RMT2010', 'fuel', 'Plugin hostile used up its fuel during get on orders (keyValue)'],
  [
    'allocate',
    'RMT2011',
    'memory',
    'Plugin hostile wanted more memory than it may have during get on orders (keyValue)',
  ],
  ['trap', 'RMT2013', 'trap', 'Plugin hostile failed inside (a trap) during get on orders (keyValue)'],
  ['wrongType', 'RMT2013', 'trap', 'Plugin hostile failed inside (a trap) during get on orders (keyValue)'],
  [
    'overflow',
    'RMT2015',
    'stack',
    'Plugin hostile nested its calls too deeply during get on orders (keyValue)',
  ],
] as const;

describe.each([
  ['synchronous', false],
  ['through JSPI', true],
])('a hostile plugin, %s', (_, asynchronous) => {
  const start = async (): Promise<Pool> => {
    const component = await loadComponent(await subject('hostile', { asynchronous }));
    return component.pool({ limits, imports: () => ({}) });
  };

  test.each(faults)(
    '%s ends as %s within the budget, and other calls go on',
    async (key, code, kind, message) => {
      const pool = await start();
      await get(pool, 'warm');
      const began = performance.now();
      const failing = get(pool, key);
      const others = Array.from({ length: 6 }, () => get(pool, 'absent'));
      await expect(failing).rejects.toMatchObject({
        code,
        message,
        details: { kind, plugin: 'hostile', interface: 'keyValue', resource: 'orders', operation: 'get' },
      });
      expect(performance.now() - began).toBeLessThan(limits.deadline);
      expect(await Promise.all(others)).toEqual(Array.from({ length: 6 }, () => undefined));
      expect(pool.statistics()).toMatchObject({ busy: 0, waiting: 0, discarded: 1 });
      await pool.close();
    },
  );

  test('an error of its interface passes through as it is, and the instance lives', async () => {
    const pool = await start();
    await expect(get(pool, 'known')).rejects.toEqual({ tag: 'other', val: 'as the interface has it' });
    expect(pool.statistics()).toEqual({ instances: 1, busy: 0, waiting: 0, discarded: 0 });
    await pool.close();
  });
});

test('a synchronous call ends at its deadline, however much fuel it has', async () => {
  const component = await loadComponent(await subject('hostile'));
  const pool = component.pool({ limits: { ...limits, fuel: 1e12, deadline: 100 }, imports: () => ({}) });
  const began = performance.now();
  await expect(get(pool, 'spin')).rejects.toMatchObject({ code: 'RMT2012', details: { kind: 'deadline' } });
  // Its fuel would last for hours.
  expect(performance.now() - began).toBeLessThan(20_000);
  await pool.close();
});

test('what a plugin wrote to its error output is the cause, not the message', async () => {
  const component = await loadComponent(await subject('talkative'));
  const pool = component.pool({ limits, imports: () => ({}) });
  const error: unknown = await get(pool, 'wrongType').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'RMT2013', message: expect.not.stringContaining('interface has') });
  expect(String((error as Error).cause)).toContain("Failed to call 'get'");
  await pool.close();
});
