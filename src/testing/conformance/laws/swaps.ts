import { RemitError } from '../../../errors/index.ts';
import type { KeyValueStore } from '../../../interfaces/index.ts';
import { bytes } from '../inputs/bytes.ts';
import { integers, records } from '../inputs/input.ts';
import { texts } from '../inputs/text.ts';
import { law } from '../judge.ts';
import { Broken } from '../law.ts';
import { same } from './same.ts';

/** Laws of `swap`. */
export const swapLaws = [
  law<KeyValueStore, { key: string; first: Uint8Array; second: Uint8Array }>({
    name: 'swap is given what is there and stores what is made of it',
    operation: 'swap',
    inputs: records({ key: texts(), first: bytes(0, 40), second: bytes(0, 40) }),
    async holds({ one, other, prefix }, { key, first, second }) {
      const seen: (Uint8Array | undefined)[] = [];
      const made = (value: Uint8Array) => (current: Uint8Array | undefined) => (seen.push(current), value);
      same('the answer of swap', 'swap', first, await one.swap(prefix + key, made(first)));
      same('the answer of swap', 'swap', second, await other.swap(prefix + key, made(second)));
      same('what swap was given of a missing key', 'swap', undefined, seen[0]);
      same('what swap was given', 'swap', first, seen.at(-1));
      same('what was stored', 'swap', second, await one.get(prefix + key));
    },
  }),
  law<KeyValueStore, { calls: number }>({
    name: 'swaps at once lose nothing',
    operation: 'swap',
    inputs: records({ calls: integers(2, 20) }),
    edges: [{ calls: 30 }],
    runs: 2,
    async holds({ one, other, prefix }, { calls }) {
      const longer = (current: Uint8Array | undefined) => new Uint8Array((current?.length ?? 0) + 1);
      const outcomes = await Promise.allSettled(
        Array.from({ length: calls }, (_, at) => (at % 2 ? one : other).swap(`${prefix}s`, longer)),
      );
      let stored = 0;
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') stored++;
        else if (!(outcome.reason instanceof RemitError) || outcome.reason.code !== 'RMT3012')
          throw outcome.reason;
      }
      const length = (await one.get(`${prefix}s`))?.length ?? 0;
      if (length !== stored) throw new Broken(`${stored} swaps were answered for and ${length} took effect`);
    },
  }),
];
