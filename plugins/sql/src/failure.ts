import type { SqlError, StoreError } from 'remit/plugin';

function isSqlError(error: unknown): error is SqlError {
  return typeof error === 'object' && error !== null && 'tag' in error && 'val' in error;
}

/** What the connector threw, as `wasi:keyvalue` says it. Any other error is this plugin's mistake and traps. */
export function storeError(error: unknown): StoreError {
  if (!isSqlError(error)) throw error;
  if (error.tag === 'missing') return { tag: 'no-such-store' };
  if (error.tag === 'refused') return { tag: 'access-denied' };
  return { tag: 'other', val: error.val };
}

/** What the connector threw, as a sentence. */
export function sentence(error: unknown): string {
  if (!isSqlError(error)) throw error;
  return error.val;
}
