import type { Place } from '../../errors/index.ts';
import type { ImportFacts, Position } from './file-facts.ts';
import { readGraph, type SourceGraph } from './graph.ts';
import { keptImports } from './kept-imports.ts';
import { factsReader } from './read-facts.ts';
import { applicationRoot, cacheFolder, placeFile } from './root.ts';
import { transpiler } from './transpile.ts';
import { ownFrames, type StackFrame } from './stack.ts';

/** An import that failed, with all that helps to explain it. */
export interface FailedImport {
  readonly error: unknown;
  readonly entryFile: string;
  readonly graph: SourceGraph;
  /** Where it was thrown, in the application's own files, innermost first. */
  readonly frames: readonly StackFrame[];
  /** Imports of a file that are left at run time. */
  readonly runtimeImports: (file: string) => readonly ImportFacts[];
  readonly place: (file: string, position: Position) => Place;
}

export function failedImport(error: unknown, entryFile: string, loaded: readonly string[]): FailedImport {
  const root = applicationRoot(entryFile);
  const readFacts = factsReader(cacheFolder(root));
  const transpile = transpiler(cacheFolder(root));
  const graph = readGraph([entryFile, ...loaded], readFacts);
  const own = new Set([...graph.files.keys(), ...loaded]);
  return {
    error,
    entryFile,
    graph,
    frames: ownFrames(error, (file) => own.has(file)),
    runtimeImports: (file) =>
      (graph.files.get(file)?.imports ?? []).filter(keptImports(file, transpile, readFacts)),
    place: (file, { line, column }) => ({ file: placeFile(root, file), line, column }),
  };
}
