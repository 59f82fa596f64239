import { Broken } from '../law.ts';

/** Keys that a page may have. */
const pageSize = 1000;

/** A page of keys or names. */
export interface Listed {
  readonly items: readonly string[];
  readonly next?: string | undefined;
}

/**
 * All items, page by page, with `meanwhile` after each page.
 * @throws Broken when pages are too long, out of order, repeat something or never end.
 */
export async function allPages(
  list: (after?: string) => Promise<Listed>,
  meanwhile: (last: string) => Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { items, next }: Listed = await list(after);
    if (items.length > pageSize) throw new Broken(`a page has ${items.length} items`, 'list');
    for (const item of items) {
      const before = found.at(-1);
      if (before !== undefined && Buffer.compare(Buffer.from(before), Buffer.from(item)) >= 0)
        throw new Broken('the list is not in order of bytes, or repeats itself', 'list');
      found.push(item);
    }
    if (next !== undefined && next === after) throw new Broken('the list does not go on', 'list');
    after = next;
    if (after !== undefined) await meanwhile(after);
  } while (after !== undefined);
  return found;
}

/** @throws Broken when something that was there all the time was not listed, or what is gone was. */
export function listedAll(
  expected: readonly string[],
  gone: readonly string[],
  found: readonly string[],
): void {
  const all = new Set(found);
  const lost = expected.filter((item) => !all.has(item)).length;
  if (lost > 0) throw new Broken(`${lost} of ${expected.length} are not listed`, 'list');
  if (gone.some((item) => all.has(item))) throw new Broken('what was deleted is listed', 'list');
}
