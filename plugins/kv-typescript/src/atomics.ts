import type { Atomics, Cas } from 'remit/plugin';
import { integer, integerOf, run, text } from './database.ts';
import type { TableBucket } from './store.ts';

/** Cannot be made: QuickJS guests cannot take owned handles. `versions` swaps without them. */
class NoCas implements Cas {
  static new(_bucket: TableBucket, _key: string): NoCas {
    throw { tag: 'other', val: 'there are no handles to swap: use remit:keyvalue/versions' };
  }

  current(): Uint8Array | null {
    return null;
  }
}

export const atomics: Atomics<TableBucket, NoCas> = {
  Cas: NoCas,
  increment({ table }, key, delta) {
    return integerOf(run(table.increment, text(key), integer(delta)).rows[0]?.[0]);
  },
  swap() {
    throw { tag: 'store-error', val: { tag: 'other', val: 'there is no handle to swap' } };
  },
};
