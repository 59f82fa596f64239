import type { Bucket, KeyResponse } from 'remit/plugin';
import { storeError } from './failure.ts';
import { page } from './page.ts';
import type { KeyValueTable } from './table.ts';

/** A key-value resource as `wasi:keyvalue` hands it out. */
export class SqlBucket implements Bucket {
  readonly table: KeyValueTable;

  constructor(table: KeyValueTable) {
    this.table = table;
  }

  get(key: string): Uint8Array | null {
    try {
      return this.table.get(key);
    } catch (error) {
      throw storeError(error);
    }
  }

  set(key: string, value: Uint8Array): void {
    try {
      this.table.set(key, value);
    } catch (error) {
      throw storeError(error);
    }
  }

  delete(key: string): void {
    try {
      this.table.delete(key);
    } catch (error) {
      throw storeError(error);
    }
  }

  exists(key: string): boolean {
    try {
      return this.table.exists(key);
    } catch (error) {
      throw storeError(error);
    }
  }

  listKeys(cursor: string | null): KeyResponse {
    try {
      return page(this.table.list(cursor ?? ''));
    } catch (error) {
      throw storeError(error);
    }
  }
}
