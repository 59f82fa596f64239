import type { Atomics } from 'remit/plugin';
import type { SqlBucket } from './bucket.ts';
import { SqlCas } from './cas.ts';
import { storeError } from './failure.ts';

export const atomics: Atomics<SqlBucket, SqlCas> = {
  Cas: SqlCas,
  increment(bucket, key, delta) {
    try {
      return bucket.table.increment(key, delta);
    } catch (error) {
      throw storeError(error);
    }
  },
  swap() {
    throw { tag: 'store-error', val: { tag: 'other', val: 'there is no handle to swap' } };
  },
};
