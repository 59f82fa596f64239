import { type Resource, resourceClass } from './resource.ts';

export interface BlobInfo {
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** One page of blob names. */
export interface BlobPage {
  readonly names: readonly string[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/** Bytes under names, at most 16 MiB each. */
export interface Blobs {
  /** The bytes, or `undefined` when there is no such blob. */
  read(name: string): Promise<Uint8Array | undefined>;
  exists(name: string): Promise<boolean>;
  info(name: string): Promise<BlobInfo | undefined>;
  /** A page of at most 1,000 names in order, of those that start with `prefix`. */
  list(prefix?: string, after?: string): Promise<BlobPage>;
  /** Writes the whole blob, replacing what was there; a string is written as UTF-8. */
  write(name: string, content: Uint8Array | string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Every operation of `Blobs`, sorted. */
export const blobOperations = [
  'delete',
  'exists',
  'info',
  'list',
  'read',
  'write',
] as const satisfies readonly (keyof Blobs)[];

/**
 * Declares a blob resource. Declare each once; narrow it with `only`.
 *
 * ```ts
 * export abstract class Receipts extends blobs('receipts') {}
 * ```
 */
export function blobs<Name extends string>(name: Name): Resource<Blobs, Name, keyof Blobs> {
  return resourceClass(name, 'blobs', blobOperations) as Resource<Blobs, Name, keyof Blobs>;
}
