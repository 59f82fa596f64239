import { RemitError } from '../../errors/index.ts';
import { keyValueOperations, type KeyValueStore } from '../../interfaces/index.ts';
import type { Instance } from '../component.ts';
import { type Atomics, type Batch, type Bucket, withBucket } from './bucket.ts';
import { Call } from './call.ts';
import type { Caller } from './caller.ts';
import { checkValue } from './limits.ts';
import { swapped } from './swap.ts';

type Answer<T> = T | Promise<T>;

const functions: Readonly<Record<keyof KeyValueStore, string>> = {
  get: 'store.get',
  exists: 'store.exists',
  getMany: 'batch.get-many',
  list: 'store.list-keys',
  set: 'store.set',
  setMany: 'batch.set-many',
  delete: 'store.delete',
  increment: 'atomics.increment',
  swap: 'atomics.swap',
};

/** A key-value resource over a component's `wasi:keyvalue`. */
export class ComponentKeyValue implements KeyValueStore {
  readonly #caller: Caller;
  readonly #resource: string;
  readonly #kept: string;
  readonly #calls: Readonly<Record<keyof KeyValueStore, Call>>;

  constructor(caller: Caller, resource: string) {
    this.#caller = caller;
    this.#resource = resource;
    this.#kept = `bucket ${resource}`;
    const calls = keyValueOperations.map((operation) => [
      operation,
      new Call('keyValue', resource, operation, `wasi:keyvalue/${functions[operation]}`),
    ]);
    this.#calls = Object.fromEntries(calls) as Record<keyof KeyValueStore, Call>;
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#within('get', (bucket) => bucket.get(key));
  }

  exists(key: string): Promise<boolean> {
    return this.#within('exists', (bucket) => bucket.exists(key));
  }

  async getMany(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    const found = await this.#within('getMany', (bucket, { exports }) =>
      (exports['wasi:keyvalue/batch'] as Batch).getMany(bucket, keys),
    );
    if (found.length !== keys.length || found.some((entry, at) => entry && entry[0] !== keys[at])) {
      throw new RemitError(
        'RMT2063',
        `getMany on ${this.#resource}: the plugin answered for other keys than it was asked for.`,
        { details: { resource: this.#resource, operation: 'getMany' } },
      );
    }
    return found.map((entry) => entry?.[1]);
  }

  async list(after?: string): Promise<{ readonly keys: readonly string[]; readonly next?: string }> {
    const { keys, cursor } = await this.#within('list', (bucket) => bucket.listKeys(after));
    return cursor === undefined ? { keys } : { keys, next: cursor };
  }

  async set(key: string, value: Uint8Array): Promise<void> {
    checkValue(this.#resource, value);
    await this.#within('set', (bucket) => bucket.set(key, value));
  }

  async setMany(entries: readonly (readonly [string, Uint8Array])[]): Promise<void> {
    for (const [, value] of entries) {
      checkValue(this.#resource, value);
    }
    await this.#within('setMany', (bucket, { exports }) =>
      (exports['wasi:keyvalue/batch'] as Batch).setMany(bucket, entries),
    );
  }

  async delete(key: string): Promise<void> {
    await this.#within('delete', (bucket) => bucket.delete(key));
  }

  async increment(key: string, by: bigint): Promise<bigint> {
    if (!Number.isSafeInteger(Number(by))) {
      throw new RemitError('RMT3016', `increment on ${this.#resource}: ${by} is no safe integer.`);
    }
    return this.#within('increment', (bucket, { exports }) =>
      (exports['wasi:keyvalue/atomics'] as Atomics).increment(bucket, key, by),
    );
  }

  async swap(key: string, change: (current: Uint8Array | undefined) => Uint8Array): Promise<Uint8Array> {
    const made = (current: Uint8Array | undefined): Uint8Array => {
      const value = change(current);
      checkValue(this.#resource, value);
      return value;
    };
    const outcome = await this.#caller.call(this.#calls.swap, (instance) =>
      swapped(instance, this.#kept, this.#resource, key, made),
    );
    if ('stored' in outcome) return outcome.stored;
    if ('thrown' in outcome) throw outcome.thrown;
    throw new RemitError(
      'RMT3012',
      `swap on ${this.#resource}: other writers came between at every one of ${outcome.attempts} attempts.`,
      { details: { resource: this.#resource, operation: 'swap', attempts: outcome.attempts } },
    );
  }

  #within<T>(
    operation: keyof KeyValueStore,
    work: (bucket: Bucket, instance: Instance) => Answer<T>,
  ): Promise<T> {
    return this.#caller.call(this.#calls[operation], (instance) =>
      withBucket(instance, this.#kept, this.#resource, work),
    );
  }
}
