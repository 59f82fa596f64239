/** What the key-value functions throw, as plain objects. */
export type StoreError =
  | { readonly tag: 'no-such-store' }
  | { readonly tag: 'access-denied' }
  | { readonly tag: 'other'; readonly val: string };

/** One page of keys; pass `cursor` for the next one, `null` ends. */
export interface KeyResponse {
  readonly keys: readonly string[];
  readonly cursor: string | null;
}

/** `wasi:keyvalue/store`'s bucket. `null` stands for WIT's `none`. */
export interface Bucket {
  get(key: string): Uint8Array | null;
  set(key: string, value: Uint8Array): void;
  delete(key: string): void;
  exists(key: string): boolean;
  listKeys(cursor: string | null): KeyResponse;
}

/** `wasi:keyvalue/store`, to be exported as `store`. */
export interface Store<B extends Bucket> {
  readonly Bucket: abstract new (...parameters: never[]) => B;
  open(identifier: string): B;
}

/** `wasi:keyvalue/atomics`'s compare-and-swap handle. */
export interface Cas {
  current(): Uint8Array | null;
}

/** What `swap` throws: a store error, or a new handle that holds what came between. */
export type CasError<C extends Cas> =
  | { readonly tag: 'store-error'; readonly val: StoreError }
  | { readonly tag: 'cas-failed'; readonly val: C };

/** `wasi:keyvalue/atomics`, to be exported as `atomics`. `Cas` has a static `new(bucket, key)`. */
export interface Atomics<B extends Bucket, C extends Cas> {
  readonly Cas: (abstract new (...parameters: never[]) => C) & {
    readonly new: (bucket: B, key: string) => C;
  };
  increment(bucket: B, key: string, delta: number): number;
  swap(cas: C, value: Uint8Array): void;
}

/** `wasi:keyvalue/batch`, to be exported as `batch`. */
export interface Batch<B extends Bucket> {
  getMany(bucket: B, keys: readonly string[]): readonly (readonly [string, Uint8Array] | null)[];
  setMany(bucket: B, keyValues: readonly (readonly [string, Uint8Array])[]): void;
  deleteMany(bucket: B, keys: readonly string[]): void;
}

/** A value, and what tells it from all others that were ever stored under its key. */
export interface Versioned {
  readonly value: Uint8Array;
  readonly version: string;
}

/** `remit:keyvalue/versions`, to be exported as `versions`: compare and swap without handles. */
export interface Versions {
  current(identifier: string, key: string): Versioned | null;
  /** Whether the value was written: it still had this version, or for `null` still was not there. */
  replace(identifier: string, key: string, version: string | null, value: Uint8Array): boolean;
}
