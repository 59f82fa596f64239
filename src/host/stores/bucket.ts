import type { Instance, WitFunction } from '../component.ts';

type Answer<T> = T | Promise<T>;

/** `wasi:keyvalue/store`'s bucket as the generated code has it: answers are promises where connectors are asynchronous. */
export interface Bucket {
  get(key: string): Answer<Uint8Array | undefined>;
  set(key: string, value: Uint8Array): Answer<void>;
  delete(key: string): Answer<void>;
  exists(key: string): Answer<boolean>;
  listKeys(cursor: string | undefined): Answer<{ readonly keys: string[]; readonly cursor?: string }>;
}

/** `wasi:keyvalue/batch`. */
export type Batch = Readonly<Record<string, WitFunction>> & {
  getMany(bucket: Bucket, keys: readonly string[]): Answer<([string, Uint8Array] | undefined)[]>;
  setMany(bucket: Bucket, entries: readonly (readonly [string, Uint8Array])[]): Answer<void>;
};

/** A compare-and-swap handle; to be disposed of by whoever holds it. */
export interface Cas {
  current(): Answer<Uint8Array | undefined>;
  [Symbol.dispose]?(): void;
}

/** `wasi:keyvalue/atomics`. */
export type Atomics = Readonly<Record<string, WitFunction>> & {
  readonly Cas: { readonly new: (bucket: Bucket, key: string) => Answer<Cas> };
  increment(bucket: Bucket, key: string, delta: bigint): Answer<bigint>;
  swap(cas: Cas, value: Uint8Array): Answer<void>;
};

/** `remit:keyvalue/versions`, which a component may export for `swap`. */
export type Versions = Readonly<Record<string, WitFunction>> & {
  current(
    identifier: string,
    key: string,
  ): Answer<{ readonly value: Uint8Array; readonly version: string } | undefined>;
  replace(identifier: string, key: string, version: string | undefined, value: Uint8Array): Answer<boolean>;
};

/** Runs `work` on the bucket of a resource, which is opened once for each instance. */
export function withBucket<T>(
  instance: Instance,
  kept: string,
  resource: string,
  work: (bucket: Bucket, instance: Instance) => Answer<T>,
): Answer<T> {
  const bucket = instance.kept.get(kept) as Bucket | undefined;
  if (bucket) return work(bucket, instance);
  return opened(instance, kept, resource).then((first) => work(first, instance));
}

async function opened(instance: Instance, kept: string, resource: string): Promise<Bucket> {
  const bucket = (await instance.exports['wasi:keyvalue/store']?.['open']?.(resource)) as Bucket;
  instance.kept.set(kept, bucket);
  return bucket;
}
