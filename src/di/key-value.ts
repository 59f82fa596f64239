import { RemitError } from '../errors/index.ts';
import type { KeyValue, KeyValueStore } from '../interfaces/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Codec } from './codec.ts';
import { assertKey } from './key.ts';
import { currentDelivery } from './operation-frame.ts';
import { OwnFault, type Work } from './operation.ts';

type Change = (current: object | undefined) => object;

function sum(resource: string, value: number | bigint): void {
  const safe = typeof value === 'number' ? Number.isSafeInteger(value) : Number.isSafeInteger(Number(value));
  if (safe) return;
  throw new RemitError('RMT3016', `A counter in ${resource} left the range of safe integers.`, {
    details: { resource },
  });
}

/** What each key-value operation does over a store of bytes. */
export function keyValueWork(
  resource: string,
  store: KeyValueStore,
  codec: Codec,
  telemetry: Telemetry,
): Record<keyof KeyValue<object>, Work> {
  const decoded = (key: string, bytes: Uint8Array | undefined): object | undefined =>
    bytes === undefined ? undefined : codec.decode(key, bytes);

  return {
    async get(key: string) {
      assertKey(key);
      return decoded(key, await store.get(key));
    },
    async exists(key: string) {
      assertKey(key);
      return store.exists(key);
    },
    async getMany(keys: readonly string[]) {
      for (const key of keys) assertKey(key);
      const values = await store.getMany(keys);
      return keys.map((key, at) => decoded(key, values[at]));
    },
    async list(after: string | undefined) {
      if (after !== undefined) assertKey(after);
      return store.list(after);
    },
    async set(key: string, value: unknown) {
      assertKey(key);
      await store.set(key, codec.encode(key, value));
    },
    async setMany(entries: readonly (readonly [string, unknown])[]) {
      const encoded = entries.map(([key, value]) => {
        assertKey(key);
        return [key, codec.encode(key, value)] as const;
      });
      await store.setMany(encoded);
    },
    async delete(key: string) {
      assertKey(key);
      await store.delete(key);
    },
    async increment(key: string, by: number = 1) {
      assertKey(key);
      sum(resource, by);
      const total = await store.increment(key, BigInt(by));
      sum(resource, total);
      return Number(total);
    },
    async swap(key: string, change: Change) {
      assertKey(key);
      const delivery = currentDelivery(telemetry);
      let stored: object | undefined;
      let fault: OwnFault | undefined;
      const apply = (bytes: Uint8Array | undefined): Uint8Array => {
        const current = decoded(key, bytes);
        stored = delivery ? telemetry.active.run(delivery, change, current) : change(current);
        return codec.encode(key, stored);
      };
      try {
        await store.swap(key, (bytes) => {
          try {
            return apply(bytes);
          } catch (error) {
            fault = new OwnFault(error);
            throw error;
          }
        });
      } catch (error) {
        throw fault ?? error;
      }
      return stored;
    },
  };
}
