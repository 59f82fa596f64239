/** Keys or names a page holds at most; one more is asked for, to know whether there is another page. */
export const pageSize = 1000;

/** What is asked for: a page, and one more. */
export const pageLimit = pageSize + 1;

/** A page of what was found, and the cursor to the next one when there is more. */
export function page(found: readonly string[]): {
  readonly keys: readonly string[];
  readonly cursor: string | null;
} {
  if (found.length <= pageSize) return { keys: found, cursor: null };
  const keys = found.slice(0, pageSize);
  return { keys, cursor: keys[pageSize - 1] ?? null };
}

/** The text with its last code point one up; the first text after all that start with `prefix`; `null`: none. */
export function afterPrefix(prefix: string): string | null {
  const points = [...prefix];
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const code = last.codePointAt(0) ?? 0;
    if (code === 0x10ffff) continue;
    const next = code === 0xd7ff ? 0xe000 : code + 1;
    return points.join('') + String.fromCodePoint(next);
  }
  return null;
}
