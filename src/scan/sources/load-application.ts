import 'reflect-metadata';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Application, isApplication } from '../../decorators/index.ts';
import { DiagnosticsError } from '../../errors/index.ts';
import type { SourceIndex } from '../sources.ts';
import { importFailure } from './import-failure.ts';
import { installLoader, type LoadedFiles } from './loader.ts';
import { factsReader } from './read-facts.ts';
import { applicationRoot, cacheFolder, placeFile } from './root.ts';
import { indexSources } from './source-index.ts';
import { transpiler } from './transpile.ts';

/** An application as its file exports it, and the sources it came from. */
export interface LoadedApplication {
  readonly application: Application;
  readonly sources: SourceIndex;
  /** Absolute paths of the modules that were imported, packages left out. */
  readonly files: readonly string[];
  /** Folder that places are relative to. */
  readonly root: string;
}

let loader: LoadedFiles | undefined;

/**
 * Imports an application, compiling TypeScript on the way. Once per process: modules stay imported.
 *
 * @throws DiagnosticsError RMT1080 to RMT1087, with every mistake that keeps it from being imported.
 */
export async function loadApplication(file: string): Promise<LoadedApplication> {
  if (!existsSync(file)) throw missing(relative(process.cwd(), file));
  // Node imports modules by their real paths, whatever links lead there.
  const entryFile = realpathSync(file);
  const root = applicationRoot(entryFile);
  loader ??= installLoader(transpiler(cacheFolder(root)));
  const application = await importDefault(entryFile);
  if (!isApplication(application)) throw notAnApplication(root, entryFile, application);
  const sources = await indexSources(entryFile, [...loader]);
  return { application, sources, files: [...loader], root };
}

async function importDefault(entryFile: string): Promise<unknown> {
  try {
    const namespace = (await import(pathToFileURL(entryFile).href)) as { readonly default?: unknown };
    return namespace.default;
  } catch (error) {
    throw importFailure(error, entryFile, [...(loader ?? [])]);
  }
}

function missing(file: string): DiagnosticsError {
  return new DiagnosticsError([
    { code: 'RMT1087', message: `There is no file ${file}.`, mend: 'remit check path/to/app.ts' },
  ]);
}

function notAnApplication(root: string, entryFile: string, exported: unknown): DiagnosticsError {
  const file = placeFile(root, entryFile);
  const facts = factsReader(cacheFolder(root))(entryFile, readFileSync(entryFile, 'utf8'));
  const what = exported === undefined ? 'exports nothing by default' : 'exports something else by default';
  return new DiagnosticsError([
    {
      code: 'RMT1084',
      message: `${basename(file)} ${what}; an application is what app() returns.`,
      place: { file, ...(facts?.defaultExport ?? { line: 1, column: 1 }) },
      mend: "import { app } from 'remit';\n\nexport default app('orders', { services: [Ordering] });",
    },
  ]);
}
