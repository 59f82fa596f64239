import type { Bucket, KeyResponse, Store } from 'remit/plugin';
import { blob, bytesOf, run, text, textOf } from './database.ts';
import { pageSize, Table } from './table.ts';

export class TableBucket implements Bucket {
  readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  get(key: string): Uint8Array | null {
    return bytesOf(run(this.table.get, text(key)));
  }

  set(key: string, value: Uint8Array): void {
    run(this.table.set, text(key), blob(value));
  }

  delete(key: string): void {
    run(this.table.delete, text(key));
  }

  exists(key: string): boolean {
    return run(this.table.exists, text(key)).rows.length > 0;
  }

  listKeys(cursor: string | null): KeyResponse {
    const found = run(this.table.list, text(cursor ?? '')).rows.map((row) => textOf(row[0]));
    if (found.length <= pageSize) return { keys: found, cursor: null };
    const keys = found.slice(0, pageSize);
    return { keys, cursor: keys[pageSize - 1] ?? null };
  }
}

export const store: Store<TableBucket> = {
  Bucket: TableBucket,
  open: (identifier) => new TableBucket(new Table(identifier)),
};
