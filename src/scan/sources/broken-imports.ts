import { createRequire } from 'node:module';
import type { Diagnostic } from '../../errors/index.ts';
import { exportedAs } from './exports.ts';
import type { FailedImport } from './failed-import.ts';
import { isRelative } from './graph.ts';
import { typedBy } from './sender-import.ts';

/** RMT1083 for every file that cannot be parsed. */
export function syntaxErrors({ graph, place }: FailedImport): Diagnostic[] {
  return [...graph.files].flatMap(([file, facts]) =>
    facts.syntaxErrors.slice(0, 1).map(({ message, ...position }) => ({
      code: 'RMT1083' as const,
      message: `${message}.`,
      place: place(file, position),
      mend: 'Correct the line: nothing after it could be read. Your editor and tsc --noEmit show the same place.',
    })),
  );
}

/** RMT1081 for every import of a file or package that does not exist. */
export function missingModules(failed: FailedImport): Diagnostic[] {
  const { graph, place, runtimeImports } = failed;
  const found = new Map<string, Diagnostic>();
  for (const file of graph.files.keys()) {
    for (const imported of runtimeImports(file)) {
      const { specifier } = imported;
      if (exists(failed, file, specifier)) continue;
      const known = found.get(`${file} ${specifier}`);
      if (known) continue;
      found.set(`${file} ${specifier}`, {
        code: 'RMT1081',
        message: `There is no ${isRelative(imported) ? 'file' : 'package'} ${specifier}.`,
        place: place(file, imported),
        mend: mendOf(failed, file, specifier, isRelative(imported)),
      });
    }
  }
  return [...found.values()];
}

function exists({ graph }: FailedImport, file: string, specifier: string): boolean {
  if (graph.target(file, specifier) !== undefined) return true;
  if (specifier.startsWith('node:') || /^remit($|\/)/.test(specifier)) return true;
  try {
    createRequire(file).resolve(specifier);
    return true;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND';
  }
}

function mendOf({ graph }: FailedImport, file: string, specifier: string, relative: boolean): string {
  if (!relative) return `npm install ${specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')}`;
  const meant = [`${specifier}.ts`, `${specifier}/index.ts`, specifier.replace(/\.\w+$/, '.ts')].find(
    (candidate) => graph.target(file, candidate) !== undefined,
  );
  return meant
    ? `from '${meant}'`
    : `Create the file, or correct the path: it is relative to the importing file.`;
}

/** RMT1082 for every imported name that its module does not export as a value. */
export function missingExports({ error, graph, place, runtimeImports }: FailedImport): Diagnostic[] {
  const named = /export named '(.+)'/.exec(String(error))?.[1];
  return [...graph.files].flatMap(([file, facts]) =>
    runtimeImports(file).flatMap((imported): Diagnostic[] => {
      const { specifier, imported: name, local } = imported;
      const target = graph.target(file, specifier);
      if (name === undefined || name === '*' || typedBy(facts, imported).length > 0) return [];
      const behind = target ? exportedAs(graph, target, name) : name === named ? 'nothing' : 'unknown';
      if (behind === 'value' || behind === 'unknown') return [];
      const what = name === 'default' ? 'default export' : name;
      return [
        {
          code: 'RMT1082',
          message:
            behind === 'type'
              ? `${what} of ${specifier} is only a type, and is imported as a value.`
              : `${specifier} does not export ${name === 'default' ? 'anything by default' : what}.`,
          place: place(file, imported),
          mend:
            behind === 'type'
              ? `import type { ${name === local || local === undefined ? name : `${name} as ${local}`} } from '${specifier}';`
              : suggestion(target ? (graph.files.get(target)?.values ?? []) : [], specifier),
        },
      ];
    }),
  );
}

function suggestion(values: readonly string[], specifier: string): string {
  const names = values.filter((name) => name !== 'default');
  return names.length > 0
    ? `import { ${names.slice(0, 8).join(', ')} } from '${specifier}';`
    : `Export it from ${specifier}, or import what ${specifier} does export.`;
}
