/** What a binding serves for a key-value resource: bytes, no classes. Implemented by the host over a component. */
export interface KeyValueStore {
  get(key: string): Promise<Uint8Array | undefined>;
  exists(key: string): Promise<boolean>;
  getMany(keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  list(after?: string): Promise<{ readonly keys: readonly string[]; readonly next?: string }>;
  set(key: string, value: Uint8Array): Promise<void>;
  setMany(entries: readonly (readonly [string, Uint8Array])[]): Promise<void>;
  delete(key: string): Promise<void>;
  increment(key: string, by: bigint): Promise<bigint>;
  swap(key: string, change: (current: Uint8Array | undefined) => Uint8Array): Promise<Uint8Array>;
}

/** What a binding serves for a blob resource. */
export interface BlobStore {
  read(name: string): Promise<Uint8Array | undefined>;
  exists(name: string): Promise<boolean>;
  info(name: string): Promise<{ readonly size: number; readonly modified: Date } | undefined>;
  list(
    prefix: string,
    after?: string,
  ): Promise<{ readonly names: readonly string[]; readonly next?: string }>;
  write(name: string, content: Uint8Array): Promise<void>;
  delete(name: string): Promise<void>;
}
