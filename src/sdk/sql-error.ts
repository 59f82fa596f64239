import type { SqlError } from './sql.ts';

const tags: ReadonlySet<unknown> = new Set(['refused', 'unavailable', 'conflict', 'missing', 'other']);

/** What a function of `Sql` threw; `undefined` for any other error, which is the plugin's own. */
export function sqlErrorOf(error: unknown): SqlError | undefined {
  const payload = (error as { readonly payload?: unknown } | undefined)?.payload;
  if (typeof payload !== 'object' || payload === null) return undefined;
  return tags.has((payload as { readonly tag?: unknown }).tag) ? (payload as SqlError) : undefined;
}
