import { RemitError } from '../errors/index.ts';
import type { KeyValueStore } from '../interfaces/index.ts';
import { page } from './page.ts';

const decoder = new TextDecoder();

/** A key-value store in memory. */
export function memoryKeyValue(): KeyValueStore {
  const values = new Map<string, Uint8Array>();
  return {
    async get(key) {
      return values.get(key);
    },
    async exists(key) {
      return values.has(key);
    },
    async getMany(keys) {
      return keys.map((key) => values.get(key));
    },
    async list(after) {
      const { names, next } = page(values.keys(), '', after);
      return next === undefined ? { keys: names } : { keys: names, next };
    },
    async set(key, value) {
      values.set(key, value.slice());
    },
    async setMany(entries) {
      for (const [key, value] of entries) values.set(key, value.slice());
    },
    async delete(key) {
      values.delete(key);
    },
    async increment(key, by) {
      const stored = decoder.decode(values.get(key) ?? new Uint8Array()) || '0';
      if (!/^-?\d+$/.test(stored)) {
        throw new RemitError('RMT3015', `${JSON.stringify(key)} holds something else than a counter.`);
      }
      const sum = BigInt(stored) + by;
      values.set(key, Buffer.from(String(sum)));
      return sum;
    },
    async swap(key, change) {
      const changed = change(values.get(key)).slice();
      values.set(key, changed);
      return changed;
    },
  };
}
