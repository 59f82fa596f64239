import type { BlobInfo } from 'remit/plugin';
import sql from 'remit:connect/sql@0.1.0';
import { quoted, tableName } from '../name.ts';
import { afterPrefix, pageLimit } from '../page.ts';
import type { BlobTable } from '../table.ts';
import { blob, bytesOf, integerOf, text, textsOf } from '../value.ts';

/** Rows of `blob_<resource>` in SQLite. */
export class SqliteBlobs implements BlobTable {
  readonly #read: string;
  readonly #exists: string;
  readonly #info: string;
  readonly #list: string;
  readonly #listBelow: string;
  readonly #write: string;
  readonly #delete: string;

  constructor(resource: string) {
    const table = quoted(tableName('blob', resource));
    this.#read = `SELECT content FROM ${table} WHERE name = ?1`;
    this.#exists = `SELECT 1 FROM ${table} WHERE name = ?1`;
    this.#info = `SELECT length(content), modified FROM ${table} WHERE name = ?1`;
    const from = `SELECT name FROM ${table} WHERE name > ?1 AND name >= ?2`;
    this.#list = `${from} ORDER BY name LIMIT ${pageLimit}`;
    this.#listBelow = `${from} AND name < ?3 ORDER BY name LIMIT ${pageLimit}`;
    this.#write =
      `INSERT INTO ${table} (name, content, modified) VALUES (?1, ?2, CAST(unixepoch('subsec') * 1000 AS INTEGER)) ` +
      'ON CONFLICT (name) DO UPDATE SET content = excluded.content, modified = excluded.modified';
    this.#delete = `DELETE FROM ${table} WHERE name = ?1`;
  }

  read(name: string): Uint8Array | null {
    const { rows } = sql.query({ text: this.#read, parameters: [text(name)] });
    return rows[0] === undefined ? null : bytesOf(rows[0][0]);
  }

  exists(name: string): boolean {
    return sql.query({ text: this.#exists, parameters: [text(name)] }).rows.length > 0;
  }

  info(name: string): BlobInfo | null {
    const row = sql.query({ text: this.#info, parameters: [text(name)] }).rows[0];
    return row === undefined ? null : { size: integerOf(row[0]) ?? 0, modified: integerOf(row[1]) ?? 0 };
  }

  list(prefix: string, after: string): string[] {
    const end = afterPrefix(prefix);
    const parameters = [text(after), text(prefix)];
    if (end === null) return textsOf(sql.query({ text: this.#list, parameters }));
    parameters.push(text(end));
    return textsOf(sql.query({ text: this.#listBelow, parameters }));
  }

  write(name: string, content: Uint8Array): void {
    sql.query({ text: this.#write, parameters: [text(name), blob(content)] });
  }

  delete(name: string): void {
    sql.query({ text: this.#delete, parameters: [text(name)] });
  }
}
