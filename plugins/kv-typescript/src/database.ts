import { type SqlOutcome, type SqlStatement, type SqlValue, sqlErrorOf, type StoreError } from 'remit/plugin';
import sql from 'remit:connect/sql@0.1.0';

export const text = (val: string): SqlValue => ({ tag: 'text', val });
export const blob = (val: Uint8Array): SqlValue => ({ tag: 'blob', val });
export const integer = (val: number): SqlValue => ({ tag: 'integer', val });

/** Runs one statement; what the connector throws is thrown on as the store says it. */
export function run(statement: string, ...parameters: readonly SqlValue[]): SqlOutcome {
  return told(() => sql.query({ text: statement, parameters }));
}

/** All statements or none. */
export function runAll(statements: readonly SqlStatement[]): readonly SqlOutcome[] {
  return statements.length === 0 ? [] : told(() => sql.transaction(statements));
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(error);
  }
}

function storeError(error: unknown): StoreError {
  const said = sqlErrorOf(error);
  // A mistake of this plugin; it ends the instance.
  if (!said) throw error;
  if (said.tag === 'missing') return { tag: 'no-such-store' };
  if (said.tag === 'refused') return { tag: 'access-denied' };
  return { tag: 'other', val: said.val };
}

/** The bytes in the first column of the first row; `null` when there is no row. */
export function bytesOf({ rows }: SqlOutcome): Uint8Array | null {
  const value = rows[0]?.[0];
  return value?.tag === 'blob' ? value.val : null;
}

export function integerOf(value: SqlValue | undefined): number {
  if (value?.tag === 'integer') return value.val;
  throw new Error('the database answered something else than an integer');
}

export function textOf(value: SqlValue | undefined): string {
  if (value?.tag === 'text') return value.val;
  throw new Error('the database answered something else than text');
}
