import type { Cas } from 'remit/plugin';
import type { SqlBucket } from './bucket.ts';
import { storeError } from './failure.ts';
import type { KeyValueTable, Versioned } from './table.ts';

/** A value as it was when the handle was made, to be replaced only while it is that. */
export class SqlCas implements Cas {
  readonly #table: KeyValueTable;
  readonly #key: string;
  readonly #seen: Versioned | null;

  constructor(table: KeyValueTable, key: string) {
    this.#table = table;
    this.#key = key;
    this.#seen = table.current(key);
  }

  static new(bucket: SqlBucket, key: string): SqlCas {
    try {
      return new SqlCas(bucket.table, key);
    } catch (error) {
      throw storeError(error);
    }
  }

  current(): Uint8Array | null {
    return this.#seen?.value ?? null;
  }

  /** Whether the value was written. */
  replace(value: Uint8Array): boolean {
    return this.#table.replace(this.#key, this.#seen?.version ?? null, value);
  }

  /** A handle on what is there now. */
  renewed(): SqlCas {
    return new SqlCas(this.#table, this.#key);
  }
}
