import { pathToFileURL } from 'node:url';
import type { Place } from '../../errors/index.ts';
import type { ClassSource, SourceIndex } from '../sources.ts';
import { classSource } from './class-source.ts';
import type { Position } from './file-facts.ts';
import { readGraph, type SourceGraph } from './graph.ts';
import { lineReader } from './lines.ts';
import { classFinder, type FoundClass } from './live-classes.ts';
import { factsReader } from './read-facts.ts';
import { applicationRoot, cacheFolder, placeFile } from './root.ts';

type Namespace = Readonly<Record<string, unknown>>;

/**
 * Reads the sources of an application that has been imported, and knows its live classes in them.
 *
 * @param loaded files that were really imported; without it, all that the sources import as values.
 */
export async function indexSources(entryFile: string, loaded?: Iterable<string>): Promise<SourceIndex> {
  const root = applicationRoot(entryFile);
  const graph = readGraph([entryFile, ...(loaded ?? [])], factsReader(cacheFolder(root)));
  const imported = new Set(loaded ?? importedAsValues(graph, entryFile));
  const namespaces = new Map<string, Namespace>();
  const classes: FoundClass[] = [];
  for (const [file, facts] of graph.files) {
    if (!imported.has(file)) continue;
    for (const read of facts.classes) classes.push({ file, facts: read });
    if (facts.classes.some(({ exportedAs }) => exportedAs.length > 0))
      namespaces.set(file, (await import(pathToFileURL(file).href)) as Namespace);
  }
  return sourceIndex(root, entryFile, graph, classFinder(classes, namespaces));
}

function sourceIndex(
  root: string,
  entryFile: string,
  graph: SourceGraph,
  find: ReturnType<typeof classFinder>,
): SourceIndex {
  const place = (file: string, { line, column }: Position): Place => ({
    file: placeFile(root, file),
    line,
    column,
  });
  const sources = new Map<FoundClass, ClassSource>();
  const application = applicationIn(graph, entryFile);
  return {
    application: application && place(application.file, application.facts),
    environment(name) {
      const { file, facts } = application ?? {};
      const known = file !== undefined && facts && Object.hasOwn(facts.environments, name);
      return known ? place(file, facts.environments[name]!) : undefined;
    },
    classSource(target) {
      const found = find(target);
      if (!found) return undefined;
      const known = sources.get(found) ?? classSource(graph, found.file, found.facts, place);
      sources.set(found, known);
      return known;
    },
    line: lineReader(root),
  };
}

/** Where app() is called: first in the entry file, since others may call it for tests or for another application. */
function applicationIn(graph: SourceGraph, entryFile: string) {
  for (const file of [entryFile, ...graph.files.keys()]) {
    const facts = graph.files.get(file)?.application;
    if (facts) return { file, facts };
  }
  return undefined;
}

function importedAsValues(graph: SourceGraph, entryFile: string): Set<string> {
  const reached = new Set([entryFile]);
  for (const file of reached) {
    for (const { specifier, typeOnly } of graph.files.get(file)?.imports ?? []) {
      const target = typeOnly ? undefined : graph.target(file, specifier);
      if (target !== undefined) reached.add(target);
    }
  }
  return reached;
}
