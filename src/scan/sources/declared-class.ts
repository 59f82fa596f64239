import type { SourceGraph } from './graph.ts';
import type { FoundClass } from './live-classes.ts';

/** The class behind a name that a file uses: its own, or that of the file it is imported from. Packages are not read. */
export function declaredClass(graph: SourceGraph, file: string, name: string): FoundClass | undefined {
  const facts = graph.files.get(file);
  const taken = facts?.imports.find(({ local }) => local === name);
  if (!taken) return only(facts?.classes.filter((each) => each.name === name) ?? [], file);
  const target = graph.target(file, taken.specifier);
  return target && taken.imported ? exportedClass(graph, target, taken.imported, new Set()) : undefined;
}

function exportedClass(
  graph: SourceGraph,
  file: string,
  name: string,
  seen: Set<string>,
): FoundClass | undefined {
  const facts = graph.files.get(file);
  if (!facts || seen.has(`${file} ${name}`)) return undefined;
  seen.add(`${file} ${name}`);
  const own = only(
    facts.classes.filter((each) => each.exportedAs.includes(name)),
    file,
  );
  if (own || facts.values.includes(name)) return own;
  const behind = (specifier: string, imported: string): FoundClass | undefined => {
    const target = graph.target(file, specifier);
    return target === undefined ? undefined : exportedClass(graph, target, imported, seen);
  };
  const passed = facts.imports.find(({ exported }) => exported === name);
  if (passed) return passed.imported ? behind(passed.specifier, passed.imported) : undefined;
  const found = facts.imports
    .filter(({ exported }) => exported === '*' && name !== 'default')
    .flatMap(({ specifier }) => behind(specifier, name) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function only(classes: readonly FoundClass['facts'][], file: string): FoundClass | undefined {
  const [facts, ...others] = classes;
  return facts && others.length === 0 && facts.name !== 'default' ? { file, facts } : undefined;
}
