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

const blobTables = new Map<string, BlobTable>();

/** The table of a blob resource; made once for each instance, as container functions have no handle to keep it. */
export function blobTable(resource: string): BlobTable {
  const known = blobTables.get(resource);
  if (known) return known;
  const table =
    sql.speaks() === 'sqlite' ? new SqliteBlobs(resource) : new PostgresBlobs(sql.namespace(), resource);
  blobTables.set(resource, table);
  return table;
}
