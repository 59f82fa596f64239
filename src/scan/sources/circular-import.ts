import type { Diagnostic } from '../../errors/index.ts';
import type { FailedImport } from './failed-import.ts';
import type { ImportFacts, Position } from './file-facts.ts';
import { fileNames } from './file-names.ts';

interface Step {
  readonly from: string;
  readonly to: string;
  readonly taken: ImportFacts;
}

/** RMT1080, when a module needed a class of another one that waits for it. */
export function circularImport(failed: FailedImport): Diagnostic | undefined {
  const { error, frames, graph, place } = failed;
  const [frame] = frames;
  if (!(error instanceof ReferenceError) || !frame) return undefined;
  const name = /'(.+)'/.exec(error.message)?.[1];
  const needed = graph.files
    .get(frame.file)
    ?.imports.find(({ local, exported }) => local === name || exported === name);
  const source = needed && graph.target(frame.file, needed.specifier);
  if (name === undefined || !needed || source === undefined) return undefined;
  const back = path(failed, source, frame.file);
  if (!back) return undefined;
  const circle = [{ from: frame.file, to: source, taken: needed }, ...back];
  const nameOf = fileNames(circle.map(({ from }) => from));
  const names = [...circle.map(({ from }) => from), frame.file].map(nameOf);
  return {
    code: 'RMT1080',
    message: `${nameOf(frame.file)} needs ${name} before ${nameOf(source)} has declared it: ${names.join(' → ')}.`,
    place: place(frame.file, asking(failed, frame.file, name) ?? frame),
    related: circle.map(({ from, to, taken }) => ({
      message: `${nameOf(from)} imports ${taken.local ?? taken.exported ?? 'everything'} from ${nameOf(to)}`,
      place: place(from, taken),
    })),
    mend: mendOf(failed, name, circle, nameOf),
  };
}

/** The shortest way from one file to another by imports that are left at run time. */
function path({ graph, runtimeImports }: FailedImport, from: string, to: string): Step[] | undefined {
  const ways = new Map<string, Step[]>([[from, []]]);
  for (const [file, way] of ways) {
    if (file === to) return way;
    for (const taken of runtimeImports(file)) {
      const target = graph.target(file, taken.specifier);
      if (target === undefined || ways.has(target)) continue;
      ways.set(target, [...way, { from: file, to: target, taken }]);
    }
  }
  return undefined;
}

/** Where a class of the file asks for the other one by a parameter's type. */
function asking(failed: FailedImport, file: string, name: string): Position | undefined {
  return (failed.graph.files.get(file)?.classes ?? [])
    .flatMap(({ constructorParameters = [], methods }) => [
      ...constructorParameters,
      ...methods.flatMap(({ parameters }) => parameters),
    ])
    .find(({ reference }) => reference === name);
}

function mendOf(
  failed: FailedImport,
  name: string,
  [first, second]: readonly Step[],
  nameOf: (file: string) => string,
): string {
  const back = second?.taken.local;
  if (back !== undefined && asking(failed, second!.from, back) && asking(failed, first!.from, name)) {
    return [
      'Services that only tell each other something need not know each other. Send an event instead:',
      '',
      `constructor(private readonly told: Told) {}   // abstract class Told extends emits(SomethingHappened) {}`,
    ].join('\n');
  }
  return [
    `Move ${name} into a file that does not import ${nameOf(first!.from)}, and import it from there:`,
    '',
    `import { ${name} } from './${kebab(name)}.ts';`,
  ].join('\n');
}

function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
