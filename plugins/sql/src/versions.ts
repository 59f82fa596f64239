import type { Versions } from 'remit/plugin';
import { storeError } from './failure.ts';
import { keptKeyValueTable } from './tables.ts';

export const versions: Versions = {
  current(identifier, key) {
    try {
      const seen = keptKeyValueTable(identifier).current(key);
      return seen && { value: seen.value, version: String(seen.version) };
    } catch (error) {
      throw storeError(error);
    }
  },
  replace(identifier, key, version, value) {
    try {
      return keptKeyValueTable(identifier).replace(key, version === null ? null : Number(version), value);
    } catch (error) {
      throw storeError(error);
    }
  },
};
