import type { BlobStore } from '../interfaces/index.ts';
import { page } from './page.ts';

/** A blob store in memory. */
export function memoryBlobs(): BlobStore {
  const blobs = new Map<string, { readonly content: Uint8Array; readonly modified: Date }>();
  return {
    async read(name) {
      return blobs.get(name)?.content.slice();
    },
    async exists(name) {
      return blobs.has(name);
    },
    async info(name) {
      const blob = blobs.get(name);
      return blob && { size: blob.content.byteLength, modified: blob.modified };
    },
    async list(prefix, after) {
      return page(blobs.keys(), prefix, after);
    },
    async write(name, content) {
      blobs.set(name, { content: content.slice(), modified: new Date() });
    },
    async delete(name) {
      blobs.delete(name);
    },
  };
}
