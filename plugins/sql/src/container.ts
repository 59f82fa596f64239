import type { Container, ContainerError } from 'remit/plugin';
import { storeError } from './failure.ts';
import { page } from './page.ts';
import type { BlobTable } from './table.ts';
import { keptBlobTable } from './tables.ts';

function containerError(error: unknown): ContainerError {
  const said = storeError(error);
  return said.tag === 'no-such-store' ? { tag: 'no-such-container' } : said;
}

function within<T>(name: string, work: (table: BlobTable) => T): T {
  try {
    return work(keptBlobTable(name));
  } catch (error) {
    throw containerError(error);
  }
}

export const container: Container = {
  read: (name, blob) => within(name, (table) => table.read(blob)),
  exists: (name, blob) => within(name, (table) => table.exists(blob)),
  info: (name, blob) => within(name, (table) => table.info(blob)),
  listNames(name, prefix, cursor) {
    const found = page(within(name, (table) => table.list(prefix, cursor ?? '')));
    return { names: found.keys, cursor: found.cursor };
  },
  write: (name, blob, content) => within(name, (table) => table.write(blob, content)),
  delete: (name, blob) => within(name, (table) => table.delete(blob)),
};
