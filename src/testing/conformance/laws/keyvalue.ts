import type { KeyValueStore } from '../../../interfaces/index.ts';
import { bytes } from '../inputs/bytes.ts';
import { type Inputs, integers, lists, records } from '../inputs/input.ts';
import { texts } from '../inputs/text.ts';
import { law } from '../judge.ts';
import type { AnyLaw } from '../law.ts';
import { batchLaws } from './batches.ts';
import { counterLaws } from './counters.ts';
import { allPages, listedAll } from './pages.ts';
import { equal, same } from './same.ts';
import { swapLaws } from './swaps.ts';

interface Entry {
  readonly key: string;
  readonly value: Uint8Array;
}

/** A law of one value under one key, for inputs that plugins stumble over. */
function kept(name: string, inputs: Inputs<Entry>, runs?: number): AnyLaw<KeyValueStore> {
  return law<KeyValueStore, Entry>({
    name,
    operation: 'set',
    inputs,
    ...(runs !== undefined && { runs }),
    async holds({ one, other, prefix }, { key, value }) {
      await one.set(prefix + key, value);
      same('the value', 'get', value, await one.get(prefix + key));
      same('the value, from another instance', 'get', value, await other.get(prefix + key));
      equal('whether it exists', 'exists', true, await other.exists(prefix + key));
      same('the value', 'getMany', value, (await one.getMany([prefix + key]))[0]);
    },
  });
}

const mebibyte = 1 << 20;
/** Keys have 1,024 bytes at most, 12 of them the trial's. */
const longKeys: Inputs<string> = {
  draw: (random) => `${'k'.repeat(900 + random.integer(100))}${'é'.repeat(random.integer(6))}`,
  simpler: (key) => (key.length > 1 ? [key.slice(0, key.length >> 1), key.slice(1)] : []),
};

/** Every law of key-value resources. */
export const keyValueLaws: readonly AnyLaw<KeyValueStore>[] = [
  law<KeyValueStore, string>({
    name: 'a key that was never set has no value',
    operation: 'get',
    inputs: texts(),
    async holds({ one, prefix }, key) {
      same('a missing value', 'get', undefined, await one.get(prefix + key));
      equal('whether it exists', 'exists', false, await one.exists(prefix + key));
      same('a missing value', 'getMany', undefined, (await one.getMany([prefix + key]))[0]);
    },
  }),
  kept('what was set is read back, from any instance', records({ key: texts(), value: bytes(0, 200) })),
  kept('an empty value is a value', records({ key: texts(), value: bytes(0, 0) }), 3),
  kept('a value of 1 MiB is kept', records({ key: texts(3), value: bytes(mebibyte, mebibyte) }), 1),
  kept('long keys are kept', records({ key: longKeys, value: bytes(1, 9) }), 4),
  law<KeyValueStore, { key: string; first: Uint8Array; second: Uint8Array }>({
    name: 'the last value set is the value, for every instance',
    operation: 'set',
    inputs: records({ key: texts(), first: bytes(0, 40), second: bytes(0, 40) }),
    edges: [{ key: '', first: Uint8Array.of(1), second: Uint8Array.of(2) }],
    async holds({ one, other, prefix }, { key, first, second }) {
      await one.set(prefix + key, first);
      same('the value', 'get', first, await other.get(prefix + key));
      await one.set(prefix + key, second);
      same('the value, from another instance', 'get', second, await other.get(prefix + key));
    },
  }),
  law<KeyValueStore, string>({
    name: 'a deleted key has no value; to delete it again does nothing',
    operation: 'delete',
    inputs: texts(),
    async holds({ one, other, prefix }, key) {
      await one.set(prefix + key, Uint8Array.of(1));
      await other.get(prefix + key);
      for (const round of ['', ' twice']) {
        await one.delete(prefix + key);
        same(`the value after delete${round}`, 'delete', undefined, await other.get(prefix + key));
        equal(`whether it exists after delete${round}`, 'delete', false, await one.exists(prefix + key));
      }
    },
  }),
  law<KeyValueStore, readonly string[]>({
    name: 'keys that look alike are different keys',
    operation: 'set',
    inputs: lists(texts(3), 2, 8),
    edges: [
      ['a', 'A'],
      ['a', 'a '],
      ['é', 'e\u{301}'],
      ['a_', 'ab', 'a%'],
      ['ß', 'ss'],
      ['1', '01', '1.0'],
    ],
    async holds({ one, prefix }, keys) {
      const own = new Map([...new Set(keys)].map((key, at) => [prefix + key, Uint8Array.of(at)]));
      for (const [key, value] of own) await one.set(key, value);
      for (const [key, value] of own) same('the value of its own key', 'get', value, await one.get(key));
    },
  }),
  law<KeyValueStore, string>({
    name: 'resources share nothing',
    operation: 'set',
    inputs: texts(),
    runs: 5,
    async holds({ one, apart, prefix }, key) {
      await one.set(prefix + key, Uint8Array.of(1));
      equal('whether the key exists in another resource', 'set', false, await apart.exists(prefix + key));
      await apart.delete(prefix + key);
      equal('whether the key exists', 'delete', true, await one.exists(prefix + key));
    },
  }),
  ...batchLaws,
  law<KeyValueStore, { keys: number; noise: number }>({
    name: 'the list has each key once and in order, while others write',
    operation: 'list',
    inputs: records({ keys: integers(0, 1300), noise: integers(0, 4) }),
    edges: [{ keys: 1201, noise: 3 }],
    runs: 1,
    async holds({ apart: store, prefix }, { keys, noise }) {
      const names = Array.from({ length: keys }, (_, at) => `${prefix}${String(at).padStart(5, '0')}`);
      if (keys > 0) await store.setMany(names.map((name) => [name, new Uint8Array()]));
      const gone = names.splice(0, Math.min(1, keys));
      for (const name of gone) await store.delete(name);
      const found = await allPages(
        async (after) => {
          const page = await store.list(after);
          return { items: page.keys, next: page.next };
        },
        async (last) => {
          for (let at = 0; at < noise; at++) {
            await store.set(`!${prefix}${at}`, new Uint8Array());
            await store.set(`${last}+${at}`, new Uint8Array());
            await store.delete(`!${prefix}${at}`);
          }
        },
      );
      listedAll(names, gone, found);
    },
  }),
  ...counterLaws,
  ...swapLaws,
];
