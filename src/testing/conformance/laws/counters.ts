import type { KeyValueStore } from '../../../interfaces/index.ts';
import { integers, lists, records } from '../inputs/input.ts';
import { texts } from '../inputs/text.ts';
import { law } from '../judge.ts';
import { Broken } from '../law.ts';
import { equal } from './same.ts';

/** Laws of `increment`. */
export const counterLaws = [
  law<KeyValueStore, { key: string; steps: readonly number[] }>({
    name: 'a counter starts at nothing and is the sum of its steps',
    operation: 'increment',
    inputs: records({ key: texts(), steps: lists(integers(-1000, 1000), 1, 6) }),
    edges: [
      { key: '', steps: [0] },
      { key: 'far', steps: [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, -5] },
    ],
    async holds({ one, other, prefix }, { key, steps }) {
      let sum = 0n;
      for (const [at, step] of steps.entries()) {
        sum += BigInt(step);
        const store = at % 2 === 0 ? one : other;
        equal('the sum', 'increment', sum, await store.increment(prefix + key, BigInt(step)));
      }
    },
  }),
  law<KeyValueStore, { calls: number }>({
    name: 'increments at once lose nothing',
    operation: 'increment',
    inputs: records({ calls: integers(2, 40) }),
    edges: [{ calls: 60 }],
    runs: 2,
    async holds({ one, other, prefix }, { calls }) {
      const sums = await Promise.all(
        Array.from({ length: calls }, (_, at) => (at % 2 ? one : other).increment(`${prefix}n`, 1n)),
      );
      if (new Set(sums).size !== calls) throw new Broken('two increments had the same sum');
      equal('the sum of all', 'increment', BigInt(calls), await one.increment(`${prefix}n`, 0n));
    },
  }),
  law<KeyValueStore, { first: number; second: number; at: number }>({
    name: 'an increment that comes between the connector calls of another is not lost',
    operation: 'increment',
    inputs: records({ first: integers(1, 9), second: integers(1, 9), at: integers(0, 3) }),
    edges: [0, 1, 2].map((at) => ({ first: 1, second: 2, at })),
    runs: 4,
    async holds({ one, other, tap, prefix }, { first, second, at }) {
      const key = `${prefix}between`;
      await one.increment(key, 100n);
      const recorded = await tap.record(() => other.increment(key, BigInt(second)));
      await other.increment(key, BigInt(-second));
      tap.interleave(recorded, at);
      await one.increment(key, BigInt(first));
      const expected = 100 + first + (tap.came ? second : 0);
      tap.disarm();
      equal('the sum', 'increment', BigInt(expected), await one.increment(key, 0n));
    },
  }),
];
