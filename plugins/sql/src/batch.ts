import type { Batch } from 'remit/plugin';
import type { SqlBucket } from './bucket.ts';
import { storeError } from './failure.ts';

export const batch: Batch<SqlBucket> = {
  getMany(bucket, keys) {
    if (keys.length === 0) return [];
    try {
      const found = new Map(bucket.table.getMany(keys));
      return keys.map((key) => {
        const value = found.get(key);
        return value === undefined ? null : [key, value];
      });
    } catch (error) {
      throw storeError(error);
    }
  },
  setMany(bucket, keyValues) {
    if (keyValues.length === 0) return;
    try {
      bucket.table.setMany(keyValues);
    } catch (error) {
      throw storeError(error);
    }
  },
  deleteMany(bucket, keys) {
    if (keys.length === 0) return;
    try {
      bucket.table.deleteMany(keys);
    } catch (error) {
      throw storeError(error);
    }
  },
};
