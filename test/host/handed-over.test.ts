import { describe, expect, test } from '@jest/globals';
import { loadComponent, type Pool, type WitInterfaces } from '../../src/host/index.ts';
import { limits, operation, subject } from './subject.ts';

const sql = 'remit:connect/sql';
const mebibyte = 1024 * 1024;
const nothing = { rows: [], changed: 0n };

async function start(asynchronous: boolean): Promise<Pool> {
  const component = await loadComponent(
    await subject('flood', { required: ['test:flood/run'], offered: [sql], asynchronous }),
  );
  const imports: WitInterfaces = {
    [sql]: { query: () => (asynchronous ? Promise.resolve(nothing) : nothing) },
  };
  return component.pool({ limits, imports: () => imports });
}

const run = (pool: Pool, mode: number, size: number): Promise<unknown> =>
  pool.use(operation('run'), async ({ exports }) => exports['test:flood/run']?.['run']?.(mode, size));

describe.each([
  ['a synchronous connector', false],
  ['an asynchronous connector', true],
])('what a plugin hands to %s', (_, asynchronous) => {
  test.each([
    ['statements', 1, 60],
    ['blobs', 2, 60],
  ])('%s within the bound pass, and those beyond it end the call', async (__, mode, most) => {
    const pool = await start(asynchronous);
    expect(most * mebibyte).toBeLessThan(2 * limits.memory * mebibyte);
    expect(await run(pool, mode, most)).toEqual([]);
    await expect(run(pool, mode, 3 * most)).rejects.toMatchObject({ details: { kind: 'memory' } });
    expect(await run(pool, mode, 1)).toEqual([]);
    expect(pool.statistics()).toMatchObject({ instances: 1, discarded: 1 });
    await pool.close();
  });

  test.each([
    ['texts that overlap', 3],
    ['blobs that overlap', 4],
    ['more texts than its memory holds', 5],
  ])('%s are not copied out', async (__, mode) => {
    const pool = await start(asynchronous);
    await expect(run(pool, mode, 1)).rejects.toMatchObject({ code: 'RMT2011', details: { kind: 'memory' } });
    await pool.close();
  });
});
