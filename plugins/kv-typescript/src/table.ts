/** `kv_orders` for `orders`; what is outside of a-z, 0-9 and _ becomes `$hex$`, so no two names share a table. */
export function tableName(resource: string): string {
  const name = resource.replace(
    /[^a-z0-9_]/gu,
    (character) => `$${(character.codePointAt(0) ?? 0).toString(16)}$`,
  );
  return `kv_${name}`;
}

export function tableLayout(resource: string): string {
  const columns = 'key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL';
  return `CREATE TABLE IF NOT EXISTS "${tableName(resource)}" (${columns}) STRICT, WITHOUT ROWID`;
}

/** Keys a page holds at most; one more is asked for, to know whether there is another page. */
export const pageSize = 1000;

/** A version nobody saw before, so that a value deleted and written again is not taken for the old one. */
const version = 'random() & 4503599627370495';
const counter = 'CAST(CAST(t.value AS TEXT) AS INTEGER)';
const upsert = 'ON CONFLICT (key) DO UPDATE SET version = excluded.version, value';

/** The statements of one resource, a key-value table of SQLite; made when its bucket is opened. */
export class Table {
  readonly get: string;
  readonly exists: string;
  readonly list: string;
  readonly set: string;
  readonly delete: string;
  readonly increment: string;
  readonly current: string;
  readonly insert: string;
  readonly update: string;

  constructor(resource: string) {
    // Of a-z, 0-9, _ and $, so quotes hold it whatever the resource is called.
    const table = `"${tableName(resource)}"`;
    const row = `(key, value, version) VALUES (?1, ?2, ${version})`;
    this.get = `SELECT value FROM ${table} WHERE key = ?1`;
    this.exists = `SELECT 1 FROM ${table} WHERE key = ?1`;
    this.list = `SELECT key FROM ${table} WHERE key > ?1 ORDER BY key LIMIT ${pageSize + 1}`;
    this.set = `INSERT INTO ${table} ${row} ${upsert} = excluded.value`;
    this.delete = `DELETE FROM ${table} WHERE key = ?1`;
    // NULL, which the column refuses, when the value is no counter or the sum no safe integer.
    this.increment =
      `INSERT INTO ${table} AS t (key, value, version) VALUES (?1, CAST(CAST(?2 AS TEXT) AS BLOB), ${version}) ` +
      `${upsert} = CASE WHEN CAST(t.value AS TEXT) = CAST(${counter} AS TEXT) ` +
      `AND ${counter} + ?2 BETWEEN -9007199254740991 AND 9007199254740991 ` +
      `THEN CAST(CAST(${counter} + ?2 AS TEXT) AS BLOB) END RETURNING CAST(CAST(value AS TEXT) AS INTEGER)`;
    this.current = `SELECT value, version FROM ${table} WHERE key = ?1`;
    this.insert = `INSERT INTO ${table} ${row} ON CONFLICT DO NOTHING`;
    this.update = `UPDATE ${table} SET value = ?2, version = ${version} WHERE key = ?1 AND version = ?3`;
  }
}
