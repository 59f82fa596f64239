import type { FileFacts } from './file-facts.ts';
import type { SourceGraph } from './graph.ts';

/** What stands behind a name that a file exports: a value, something only types see, or nothing. */
export type Exported = 'value' | 'type' | 'nothing' | 'unknown';

/** Follows `export … from`; `unknown` where that leads into a package. */
export function exportedAs(
  graph: SourceGraph,
  file: string,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): Exported {
  const facts = graph.files.get(file);
  const visit = `${file} ${name}`;
  if (!facts || facts.syntaxErrors.length > 0) return 'unknown';
  if (seen.has(visit)) return 'nothing';
  if (facts.values.includes(name)) return 'value';
  return passedOn(graph, file, facts, name, new Set([...seen, visit]));
}

function passedOn(
  graph: SourceGraph,
  file: string,
  facts: FileFacts,
  name: string,
  seen: ReadonlySet<string>,
): Exported {
  let found: Exported = facts.types.includes(name) ? 'type' : 'nothing';
  for (const { specifier, imported, exported, typeOnly } of facts.imports) {
    const all = exported === '*' && name !== 'default';
    if (exported !== name && !all) continue;
    if (typeOnly) found = 'type';
    else if (imported === '*' && !all) return 'value';
    else {
      const target = graph.target(file, specifier);
      const behind = target ? exportedAs(graph, target, all ? name : (imported ?? name), seen) : 'unknown';
      if (behind === 'value' || !all) return behind;
      if (behind !== 'nothing') found = behind;
    }
  }
  return found;
}
