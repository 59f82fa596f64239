import { sqlErrorOf, type StoreError } from 'remit/plugin';

/** What the connector threw, as `wasi:keyvalue` says it. Any other error is this plugin's mistake and traps. */
export function storeError(error: unknown): StoreError {
  const said = sqlErrorOf(error);
  if (!said) throw error;
  if (said.tag === 'missing') return { tag: 'no-such-store' };
  if (said.tag === 'refused') return { tag: 'access-denied' };
  return { tag: 'other', val: said.val };
}

/** What the connector threw, as a sentence. */
export function sentence(error: unknown): string {
  const said = sqlErrorOf(error);
  if (!said) throw error;
  return said.val;
}
