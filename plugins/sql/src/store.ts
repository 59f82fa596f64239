import type { Store } from 'remit/plugin';
import { SqlBucket } from './bucket.ts';
import { storeError } from './failure.ts';
import { keyValueTable } from './tables.ts';

export const store: Store<SqlBucket> = {
  Bucket: SqlBucket,
  open(identifier) {
    try {
      return new SqlBucket(keyValueTable(identifier));
    } catch (error) {
      throw storeError(error);
    }
  },
};
