import { RemitError } from '../../../errors/index.ts';
import type { KeyValueStore } from '../../../interfaces/index.ts';
import { bytes } from '../inputs/bytes.ts';
import { integers, lists, records } from '../inputs/input.ts';
import { texts } from '../inputs/text.ts';
import { law } from '../judge.ts';
import { Broken } from '../law.ts';
import { equal, same } from './same.ts';

const entries = lists(records({ key: texts(4), value: bytes(0, 20) }), 0, 8);
type Entries = readonly { readonly key: string; readonly value: Uint8Array }[];

/** Laws of `getMany` and `setMany`. */
export const batchLaws = [
  law<KeyValueStore, Entries>({
    name: 'setMany stores all, of equal keys the last; getMany answers in order',
    operation: 'setMany',
    inputs: entries,
    async holds({ one, other, prefix }, given) {
      await one.setMany(given.map(({ key, value }) => [prefix + key, value]));
      const last = new Map(given.map(({ key, value }) => [key, value]));
      const asked = [...given.map(({ key }) => key), 'not there', ...last.keys()];
      const found = await other.getMany(asked.map((key) => prefix + key));
      equal('the values of getMany', 'getMany', asked.length, found.length);
      for (const [at, key] of asked.entries())
        same(`value ${at} of getMany`, 'getMany', last.get(key), found[at]);
      for (const [key, value] of last)
        same('what setMany stored', 'setMany', value, await one.get(prefix + key));
    },
  }),
  law<KeyValueStore, { keys: number; at: number }>({
    name: 'setMany writes all or none when the connector fails in the middle',
    operation: 'setMany',
    inputs: records({ keys: integers(2, 6), at: integers(0, 6) }),
    edges: [
      { keys: 3, at: 0 },
      { keys: 3, at: 1 },
      { keys: 3, at: 2 },
    ],
    runs: 4,
    async holds({ one, tap, prefix }, { keys, at }) {
      const names = Array.from({ length: keys }, (_, number) => `${prefix}${number}`);
      const value = (number: number) => Uint8Array.of(number);
      await one.setMany(names.map((name) => [name, value(1)]));
      tap.failAfter(at);
      const failed = await one
        .setMany(names.map((name) => [name, value(2)]))
        .then(() => false)
        .catch((error: unknown) => {
          if (error instanceof RemitError) return true;
          throw error;
        });
      tap.disarm();
      const written = (await one.getMany(names)).filter((found) => found?.[0] === 2).length;
      if (written !== (failed ? 0 : keys))
        throw new Broken(`${failed ? 'it failed' : 'it did not fail'} and wrote ${written} of ${keys}`);
    },
  }),
];
