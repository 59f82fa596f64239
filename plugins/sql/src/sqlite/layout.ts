import { type Kind, quoted, tableName } from '../name.ts';

const columns: Readonly<Record<Kind, string>> = {
  kv: '(key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  // With row ids: names are listed from an index that does not hold the contents.
  blob: '(name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL, modified INTEGER NOT NULL) STRICT',
};

/** The statement that creates a resource's table where it is missing. */
export function sqliteLayout(kind: Kind, resource: string): string {
  return `CREATE TABLE IF NOT EXISTS ${quoted(tableName(kind, resource))} ${columns[kind]}`;
}
