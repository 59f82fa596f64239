import sql from 'remit:connect/sql@0.1.0';
import type { KeyValueTable, Seen } from '../table.ts';
import {
  blob,
  bytesOf,
  integer,
  integerOf,
  optional,
  single,
  text,
  textOf,
  textsOf,
  truth,
} from '../value.ts';
import { keyValueRoutines } from './keyvalue-routines.ts';
import { callOf } from './routine.ts';

type Calls = Readonly<Record<keyof typeof keyValueRoutines, string>>;

const nothing = blob(new Uint8Array());

/** Calls of `kv_<resource>_<operation>` in PostgreSQL, and of nothing else. */
export class PostgresKeyValue implements KeyValueTable {
  readonly #calls: Calls;

  constructor(namespace: string, resource: string) {
    const calls = Object.entries(keyValueRoutines).map(([operation, routine]) => [
      operation,
      callOf(namespace, 'kv', resource, routine),
    ]);
    this.#calls = Object.fromEntries(calls) as Calls;
  }

  get(key: string): Uint8Array | null {
    return bytesOf(single(sql.query({ text: this.#calls.get, parameters: [text(key)] })));
  }

  exists(key: string): boolean {
    return truth(single(sql.query({ text: this.#calls.exists, parameters: [text(key)] })));
  }

  getMany(keys: readonly string[]): (readonly [string, Uint8Array])[] {
    const { rows } = sql.query({ text: this.#calls.getMany, parameters: [{ tag: 'texts', val: keys }] });
    return rows.map(([key, value]) => [textOf(key), bytesOf(value) ?? new Uint8Array()]);
  }

  list(after: string): string[] {
    return textsOf(sql.query({ text: this.#calls.list, parameters: [text(after)] }));
  }

  set(key: string, value: Uint8Array): void {
    sql.query({ text: this.#calls.set, parameters: [text(key), blob(value)] });
  }

  setMany(entries: readonly (readonly [string, Uint8Array])[]): void {
    const keys = entries.map(([key]) => key);
    const values = entries.map(([, value]) => value);
    sql.query({
      text: this.#calls.setMany,
      parameters: [
        { tag: 'texts', val: keys },
        { tag: 'blobs', val: values },
      ],
    });
  }

  delete(key: string): void {
    sql.query({ text: this.#calls.delete, parameters: [text(key)] });
  }

  deleteMany(keys: readonly string[]): void {
    sql.transaction(keys.map((key) => ({ text: this.#calls.delete, parameters: [text(key)] })));
  }

  increment(key: string, delta: number): number {
    const outcome = sql.query({ text: this.#calls.increment, parameters: [text(key), integer(delta)] });
    return integerOf(single(outcome)) ?? 0;
  }

  current(key: string): Seen | null {
    const parameters = [text(key), integer(0), optional(null), nothing];
    const row = sql.query({ text: this.#calls.swap, parameters }).rows[0];
    if (row === undefined) return null;
    return { version: integerOf(row[1]) ?? 0, value: bytesOf(row[2]) ?? new Uint8Array() };
  }

  replace(key: string, seen: number | null, value: Uint8Array): boolean {
    const parameters = [text(key), integer(1), optional(seen), blob(value)];
    return truth(single(sql.query({ text: this.#calls.swap, parameters })));
  }
}
