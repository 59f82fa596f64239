/** Which SQL a database speaks. */
export type Dialect = 'sqlite' | 'postgres';

/** A parameter or a column. Integers are exact up to 2^53 - 1: QuickJS guests see no BigInt. */
export type SqlValue =
  | { readonly tag: 'null' }
  | { readonly tag: 'integer'; readonly val: number }
  | { readonly tag: 'real'; readonly val: number }
  | { readonly tag: 'text'; readonly val: string }
  | { readonly tag: 'blob'; readonly val: Uint8Array }
  | { readonly tag: 'texts'; readonly val: readonly string[] }
  | { readonly tag: 'blobs'; readonly val: readonly Uint8Array[] };

/** One statement; parameters are `?1` on SQLite, `$1` on PostgreSQL. */
export interface SqlStatement {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

export interface SqlOutcome {
  readonly rows: readonly (readonly SqlValue[])[];
  readonly changed: number;
}

/** What the functions of `Sql` throw, as the `payload` of an Error: see `sqlErrorOf`. */
export interface SqlError {
  readonly tag: 'refused' | 'unavailable' | 'conflict' | 'missing' | 'other';
  readonly val: string;
}

/** `remit:connect/sql`: a database that the host holds the connection and the credentials of. */
export interface Sql {
  speaks(): Dialect;
  /** The schema to qualify names with; empty on SQLite. */
  namespace(): string;
  query(statement: SqlStatement): SqlOutcome;
  /** All statements or none. */
  transaction(statements: readonly SqlStatement[]): readonly SqlOutcome[];
}
