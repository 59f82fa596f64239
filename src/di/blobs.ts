import { RemitError } from '../errors/index.ts';
import type { Blobs, BlobStore } from '../interfaces/index.ts';
import { assertKey } from './key.ts';
import type { Work } from './operation.ts';

/** Bytes of the largest blob. */
export const largestBlob = 16 * 1024 * 1024;

function content(resource: string, name: string, value: unknown): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  if (bytes instanceof Uint8Array && bytes.byteLength <= largestBlob) return bytes;
  throw new RemitError(
    'RMT3018',
    `The blob ${JSON.stringify(name)} in ${resource} is not a string or bytes of at most 16 MiB.`,
    { details: { resource, name, largest: largestBlob } },
  );
}

/** What each blob operation does over a store of bytes. */
export function blobWork(resource: string, store: BlobStore): Record<keyof Blobs, Work> {
  return {
    async read(name: string) {
      assertKey(name);
      return store.read(name);
    },
    async exists(name: string) {
      assertKey(name);
      return store.exists(name);
    },
    async info(name: string) {
      assertKey(name);
      return store.info(name);
    },
    async list(prefix: string = '', after?: string) {
      if (prefix !== '') assertKey(prefix);
      if (after !== undefined) assertKey(after);
      return store.list(prefix, after);
    },
    async write(name: string, value: unknown) {
      assertKey(name);
      await store.write(name, content(resource, name, value));
    },
    async delete(name: string) {
      assertKey(name);
      await store.delete(name);
    },
  };
}
