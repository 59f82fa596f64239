import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Diagnostic } from '../../errors/index.ts';
import type { FailedImport } from './failed-import.ts';
import type { ImportFacts } from './file-facts.ts';
import { cacheFolder, placeFile } from './root.ts';
import { isTypeScript, transpiler } from './transpile.ts';

interface Step {
  readonly from: string;
  readonly to: string;
  readonly taken: ImportFacts;
}

/** RMT1080, when a module needed a class of another one that waits for it. */
export function circularImport(failed: FailedImport): Diagnostic | undefined {
  const { error, frames, graph, root, place } = failed;
  const [frame] = frames;
  if (!(error instanceof ReferenceError) || !frame) return undefined;
  const name = /'(.+)'/.exec(error.message)?.[1];
  const needed = graph.files
    .get(frame.file)
    ?.imports.find(({ local, exported }) => name !== undefined && (local === name || exported === name));
  const source = needed && graph.target(frame.file, needed.specifier);
  if (!needed || source === undefined) return undefined;
  const back = path(failed, source, frame.file);
  if (!back) return undefined;
  const circle = [{ from: frame.file, to: source, taken: needed }, ...back];
  const names = [...circle.map(({ from }) => basename(from)), basename(frame.file)];
  return {
    code: 'RMT1080',
    message: `${basename(frame.file)} needs ${name} before ${basename(source)} has declared it: ${names.join(' → ')}`,
    place: place(frame.file, frame),
    related: circle.map(({ from, to, taken }) => ({
      message: `${placeFile(root, from)} imports ${taken.local ?? taken.exported ?? 'everything'} from ${placeFile(root, to)}`,
      place: place(from, taken),
    })),
    mend: mendOf(circle),
  };
}

/** The shortest way from one file to another by imports that are left at run time. */
function path({ graph, root }: FailedImport, from: string, to: string): Step[] | undefined {
  const ways = new Map<string, Step[]>([[from, []]]);
  for (const [file, way] of ways) {
    if (file === to) return way;
    const kept = keptImports(root, file);
    for (const taken of graph.files.get(file)?.imports ?? []) {
      const target = graph.target(file, taken.specifier);
      if (taken.typeOnly || target === undefined || ways.has(target) || !kept(taken)) continue;
      ways.set(target, [...way, { from: file, to: target, taken }]);
    }
  }
  return undefined;
}

/** The compiler drops imports that only types use; what it kept shows in the compiled text. */
function keptImports(root: string, file: string): (taken: ImportFacts) => boolean {
  if (!isTypeScript(file)) return () => true;
  const compiled = transpiler(cacheFolder(root))(file, readFileSync(file, 'utf8'));
  return ({ specifier }) => compiled.includes(`"${specifier}"`) || compiled.includes(`'${specifier}'`);
}

function mendOf(circle: readonly Step[]): string {
  const last = circle.at(-1)!;
  const moved = last.taken.local ?? last.taken.exported ?? 'what both need';
  return [
    `Move ${moved} into a file of its own that imports neither, and import it from there:`,
    '',
    `import { ${moved} } from './${moved.toLowerCase()}.ts';`,
    '',
    'Services that only tell each other something do not need to import each other: send an event.',
  ].join('\n');
}
