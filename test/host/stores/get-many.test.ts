import { expect, test } from '@jest/globals';
import type { Instance, Pool } from '../../../src/host/index.ts';
import { Caller } from '../../../src/host/stores/caller.ts';
import { ComponentKeyValue } from '../../../src/host/stores/keyvalue.ts';
import { silentTelemetry } from '../../plugins/sql/telemetry.ts';

const value = Uint8Array.of(1);

/** A store whose batch interface answers with anything. */
function store(answer: readonly unknown[]): ComponentKeyValue {
  const instance: Instance = {
    operation: undefined,
    kept: new Map(),
    exports: {
      'wasi:keyvalue/store': { open: () => ({}) },
      'wasi:keyvalue/batch': { getMany: () => answer },
    },
  };
  const pool = {
    use: async (_: unknown, work: (one: Instance) => unknown) => work(instance),
  } as unknown as Pool;
  const caller = new Caller('mine', pool, silentTelemetry, () => Promise.resolve({}));
  return new ComponentKeyValue(caller, 'orders');
}

test('values are those of the keys, in their order', async () => {
  expect(await store([['a', value], undefined]).getMany(['a', 'b'])).toEqual([value, undefined]);
});

test.each([
  [
    'in another order',
    [
      ['b', value],
      ['a', value],
    ],
  ],
  ['for fewer keys', [['a', value]]],
  ['for more keys', [undefined, undefined, ['c', value]]],
])('an answer %s is refused: a value would stand for another key', async (_, answer) => {
  await expect(store(answer).getMany(['a', 'b'])).rejects.toMatchObject({ code: 'RMT2063' });
});
