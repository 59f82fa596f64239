import sql from 'remit:connect/sql@0.1.0';
import { quoted, tableName } from '../name.ts';
import { pageLimit } from '../page.ts';
import type { KeyValueTable, Seen } from '../table.ts';
import { blob, bytesOf, integer, integerOf, single, text, textOf, textsOf } from '../value.ts';

/** A version nobody saw before, so that a value deleted and written again is not taken for the old one. */
const version = 'random() & 4503599627370495';
const counter = 'CAST(CAST(t.value AS TEXT) AS INTEGER)';
const upsert = 'ON CONFLICT (key) DO UPDATE SET version = excluded.version, value';

/** Rows of `kv_<resource>` in SQLite. */
export class SqliteKeyValue implements KeyValueTable {
  readonly #get: string;
  readonly #exists: string;
  readonly #getMany: string;
  readonly #list: string;
  readonly #set: string;
  readonly #delete: string;
  readonly #increment: string;
  readonly #current: string;
  readonly #insert: string;
  readonly #update: string;

  constructor(resource: string) {
    const table = quoted(tableName('kv', resource));
    this.#get = `SELECT value FROM ${table} WHERE key = ?1`;
    this.#exists = `SELECT 1 FROM ${table} WHERE key = ?1`;
    this.#getMany = `SELECT key, value FROM ${table} WHERE key IN (SELECT value FROM json_each(?1))`;
    this.#list = `SELECT key FROM ${table} WHERE key > ?1 ORDER BY key LIMIT ${pageLimit}`;
    this.#set = `INSERT INTO ${table} (key, value, version) VALUES (?1, ?2, ${version}) ${upsert} = excluded.value`;
    this.#delete = `DELETE FROM ${table} WHERE key = ?1`;
    // NULL, which the column refuses, when the value is no counter or the sum no safe integer.
    this.#increment =
      `INSERT INTO ${table} AS t (key, value, version) VALUES (?1, CAST(CAST(?2 AS TEXT) AS BLOB), ${version}) ` +
      `${upsert} = CASE WHEN CAST(t.value AS TEXT) = CAST(${counter} AS TEXT) ` +
      `AND ${counter} + ?2 BETWEEN -9007199254740991 AND 9007199254740991 ` +
      `THEN CAST(CAST(${counter} + ?2 AS TEXT) AS BLOB) END RETURNING CAST(CAST(value AS TEXT) AS INTEGER)`;
    this.#current = `SELECT value, version FROM ${table} WHERE key = ?1`;
    this.#insert = `INSERT INTO ${table} (key, value, version) VALUES (?1, ?2, ${version}) ON CONFLICT DO NOTHING`;
    this.#update = `UPDATE ${table} SET value = ?2, version = ${version} WHERE key = ?1 AND version = ?3`;
  }

  get(key: string): Uint8Array | null {
    const { rows } = sql.query({ text: this.#get, parameters: [text(key)] });
    return rows[0] === undefined ? null : bytesOf(rows[0][0]);
  }

  exists(key: string): boolean {
    return sql.query({ text: this.#exists, parameters: [text(key)] }).rows.length > 0;
  }

  getMany(keys: readonly string[]): (readonly [string, Uint8Array])[] {
    const { rows } = sql.query({ text: this.#getMany, parameters: [text(JSON.stringify(keys))] });
    return rows.map(([key, value]) => [textOf(key), bytesOf(value) ?? new Uint8Array()]);
  }

  list(after: string): string[] {
    return textsOf(sql.query({ text: this.#list, parameters: [text(after)] }));
  }

  set(key: string, value: Uint8Array): void {
    sql.query({ text: this.#set, parameters: [text(key), blob(value)] });
  }

  setMany(entries: readonly (readonly [string, Uint8Array])[]): void {
    sql.transaction(
      entries.map(([key, value]) => ({ text: this.#set, parameters: [text(key), blob(value)] })),
    );
  }

  delete(key: string): void {
    sql.query({ text: this.#delete, parameters: [text(key)] });
  }

  deleteMany(keys: readonly string[]): void {
    sql.transaction(keys.map((key) => ({ text: this.#delete, parameters: [text(key)] })));
  }

  increment(key: string, delta: number): number {
    const outcome = sql.query({ text: this.#increment, parameters: [text(key), integer(delta)] });
    return integerOf(single(outcome)) ?? 0;
  }

  current(key: string): Seen | null {
    const row = sql.query({ text: this.#current, parameters: [text(key)] }).rows[0];
    if (row === undefined) return null;
    return { value: bytesOf(row[0]) ?? new Uint8Array(), version: integerOf(row[1]) ?? 0 };
  }

  replace(key: string, seen: number | null, value: Uint8Array): boolean {
    const parameters = [text(key), blob(value)];
    if (seen === null) return sql.query({ text: this.#insert, parameters }).changed > 0;
    parameters.push(integer(seen));
    return sql.query({ text: this.#update, parameters }).changed > 0;
  }
}
