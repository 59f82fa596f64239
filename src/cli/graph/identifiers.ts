/** Gives names of nodes identifiers that Mermaid and Graphviz accept, the same for the same kind and name. */
export function identifiers(): (kind: string, name: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (kind, name) => {
    const key = `${kind} ${name}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const wished = key.replaceAll(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '');
    let free = wished;
    for (let n = 2; taken.has(free); n += 1) free = `${wished}_${n}`;
    taken.add(free);
    given.set(key, free);
    return free;
  };
}
