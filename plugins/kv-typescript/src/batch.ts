import type { Batch } from 'remit/plugin';
import { blob, bytesOf, runAll, text } from './database.ts';
import type { TableBucket } from './store.ts';

/** Many statements in one transaction: all are of the same moment, or none is done. */
export const batch: Batch<TableBucket> = {
  getMany({ table }, keys) {
    const found = runAll(keys.map((key) => ({ text: table.get, parameters: [text(key)] })));
    return keys.map((key, index) => {
      const outcome = found[index];
      const value = outcome ? bytesOf(outcome) : null;
      return value && [key, value];
    });
  },
  setMany({ table }, keyValues) {
    runAll(keyValues.map(([key, value]) => ({ text: table.set, parameters: [text(key), blob(value)] })));
  },
  deleteMany({ table }, keys) {
    runAll(keys.map((key) => ({ text: table.delete, parameters: [text(key)] })));
  },
};
