const longest = 1_000;

/** One page of names in order of their code units, of those that start with `prefix` and come after `after`. */
export function page(
  all: Iterable<string>,
  prefix: string,
  after: string | undefined,
): { readonly names: readonly string[]; readonly next?: string } {
  const names = [...all]
    .filter((name) => name.startsWith(prefix) && (after === undefined || name > after))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const last = names[longest - 1];
  return last === undefined || names.length === longest
    ? { names }
    : { names: names.slice(0, longest), next: last };
}
