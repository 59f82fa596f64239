import type { Atomics } from 'remit/plugin';
import type { SqlBucket } from './bucket.ts';
import { SqlCas } from './cas.ts';
import { storeError } from './failure.ts';

/** A handle when the value was not the expected one, else nothing. */
function replaced(cas: SqlCas, value: Uint8Array): SqlCas | undefined {
  try {
    return cas.replace(value) ? undefined : cas.renewed();
  } catch (error) {
    throw { tag: 'store-error', val: storeError(error) };
  }
}

export const atomics: Atomics<SqlBucket, SqlCas> = {
  Cas: SqlCas,
  increment(bucket, key, delta) {
    try {
      return bucket.table.increment(key, delta);
    } catch (error) {
      throw storeError(error);
    }
  },
  swap(cas, value) {
    const between = replaced(cas, value);
    if (between) throw { tag: 'cas-failed', val: between };
  },
};
