import type { BlobInfo } from 'remit/plugin';

/** A value, and the version a conditional write compares. */
export interface Seen {
  readonly value: Uint8Array;
  readonly version: number;
}

/** The statements of one key-value resource, in one dialect. Each method is one operation's statement. */
export interface KeyValueTable {
  get(key: string): Uint8Array | null;
  exists(key: string): boolean;
  getMany(keys: readonly string[]): readonly (readonly [string, Uint8Array])[];
  /** Keys above `after` in order: a page and one more. */
  list(after: string): readonly string[];
  set(key: string, value: Uint8Array): void;
  setMany(entries: readonly (readonly [string, Uint8Array])[]): void;
  delete(key: string): void;
  deleteMany(keys: readonly string[]): void;
  increment(key: string, delta: number): number;
  /** First half of `swap`. */
  current(key: string): Seen | null;
  /** Second half of `swap`: writes when the version is still this one, `null`: when there still is no value. */
  replace(key: string, version: number | null, value: Uint8Array): boolean;
}

/** The statements of one blob resource, in one dialect. */
export interface BlobTable {
  read(name: string): Uint8Array | null;
  exists(name: string): boolean;
  info(name: string): BlobInfo | null;
  /** Names of that prefix above `after` in order: a page and one more. */
  list(prefix: string, after: string): readonly string[];
  write(name: string, content: Uint8Array): void;
  delete(name: string): void;
}
