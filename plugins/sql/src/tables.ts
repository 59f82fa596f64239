import sql from 'remit:connect/sql@0.1.0';
import { PostgresBlobs } from './postgres/blobs.ts';
import { PostgresKeyValue } from './postgres/keyvalue.ts';
import { SqliteBlobs } from './sqlite/blobs.ts';
import { SqliteKeyValue } from './sqlite/keyvalue.ts';
import type { BlobTable, KeyValueTable } from './table.ts';

/** The table of a key-value resource, in the dialect of the database. */
export function keyValueTable(resource: string): KeyValueTable {
  return sql.speaks() === 'sqlite'
    ? new SqliteKeyValue(resource)
    : new PostgresKeyValue(sql.namespace(), resource);
}

const keyValueTables = new Map<string, KeyValueTable>();
const blobTables = new Map<string, BlobTable>();

/** The table of a resource whose callers have no handle to keep it; made once for each instance. */
function kept<T>(tables: Map<string, T>, resource: string, make: (resource: string) => T): T {
  const known = tables.get(resource);
  if (known) return known;
  const table = make(resource);
  tables.set(resource, table);
  return table;
}

export function keptKeyValueTable(resource: string): KeyValueTable {
  return kept(keyValueTables, resource, keyValueTable);
}

export function keptBlobTable(resource: string): BlobTable {
  return kept(blobTables, resource, (name) =>
    sql.speaks() === 'sqlite' ? new SqliteBlobs(name) : new PostgresBlobs(sql.namespace(), name),
  );
}
