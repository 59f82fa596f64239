import type { SqlOutcome, SqlValue } from 'remit/plugin';

export function text(val: string): SqlValue {
  return { tag: 'text', val };
}

export function blob(val: Uint8Array): SqlValue {
  return { tag: 'blob', val };
}

export function integer(val: number): SqlValue {
  return { tag: 'integer', val };
}

const none: SqlValue = { tag: 'null' };

export function optional(val: string | number | null): SqlValue {
  if (val === null) return none;
  return typeof val === 'string' ? text(val) : integer(val);
}

function unexpected(value: SqlValue | undefined, wanted: string): never {
  throw new Error(`the database answered ${value?.tag ?? 'nothing'} instead of ${wanted}`);
}

/** The bytes in a column; `null` when the column is. */
export function bytesOf(value: SqlValue | undefined): Uint8Array | null {
  if (value?.tag === 'blob') return value.val;
  if (value?.tag === 'null') return null;
  return unexpected(value, 'bytes');
}

/** The integer in a column; `null` when the column is. */
export function integerOf(value: SqlValue | undefined): number | null {
  if (value?.tag === 'integer') return value.val;
  if (value?.tag === 'null') return null;
  return unexpected(value, 'an integer');
}

export function textOf(value: SqlValue | undefined): string {
  return value?.tag === 'text' ? value.val : unexpected(value, 'text');
}

/** The texts of the first column. */
export function textsOf(outcome: SqlOutcome): string[] {
  return outcome.rows.map((row) => textOf(row[0]));
}

/** The first column of the first row. */
export function single(outcome: SqlOutcome): SqlValue | undefined {
  return outcome.rows[0]?.[0];
}

/** A truth value in a column; databases without booleans answer 0 or 1. */
export function truth(value: SqlValue | undefined): boolean {
  return integerOf(value) === 1;
}
