import type { Binding } from '../host/index.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { memoryKeyValue } from './memory-key-value.ts';

/** A binding that keeps everything in memory: fast, and gone with the process. No plugin runs, so no policy comes of it. */
export function memoryBinding(): Binding {
  const keyValues = new Map<string, ReturnType<typeof memoryKeyValue>>();
  const blobs = new Map<string, ReturnType<typeof memoryBlobs>>();
  return {
    plugin: 'memory',
    keyValue(resource) {
      const store = keyValues.get(resource) ?? memoryKeyValue();
      keyValues.set(resource, store);
      return store;
    },
    blobs(resource) {
      const store = blobs.get(resource) ?? memoryBlobs();
      blobs.set(resource, store);
      return store;
    },
    async provision() {},
    async health() {},
    async grants() {
      return [];
    },
    statistics: () => ({ instances: 0, busy: 0, waiting: 0, discarded: 0 }),
    async close() {},
  };
}
