import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DiagnosticsError } from '../errors/index.ts';
import { applicationRoot, loadApplication, type LoadedApplication } from '../scan/sources/index.ts';
import { nearest } from './nearest.ts';
import { report } from './report.ts';

const usual = ['app.ts', 'src/app.ts', 'app.js', 'src/app.js', 'dist/app.js'];

/**
 * The absolute path of the application file a command was given, or of the usual one in the folder it was given or in
 * the working directory.
 * @throws DiagnosticsError RMT6002 when there is none.
 */
export function applicationFile(argument: string | undefined): string {
  const given = argument ?? '.';
  if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) return resolve(given);
  const found = usual.map((file) => join(given, file)).find((file) => existsSync(file));
  if (found !== undefined) return resolve(found);
  const where = given === '.' ? 'here' : `in ${given}`;
  throw new DiagnosticsError([
    {
      code: 'RMT6002',
      message: `There is no application ${where}: none of ${usual.join(', ')}.`,
      mend: 'remit check path/to/app.ts',
    },
  ]);
}

/** Imports the application a command was given; from then on diagnostics show its source lines. */
export async function openApplication(argument: string | undefined): Promise<LoadedApplication> {
  const file = applicationFile(argument);
  report.root = applicationRoot(file);
  report.opened = true;
  return loadApplication(file);
}

/** @throws DiagnosticsError RMT6005 when the application has no environment of this name. */
export function refuseUnknownEnvironment(name: string | undefined, names: readonly string[]): void {
  if (name === undefined || names.includes(name)) return;
  throw new DiagnosticsError([
    {
      code: 'RMT6005',
      message: `There is no environment ${name}; there is ${names.join(', ')}.`,
      mend: `--env ${nearest(name, names) ?? names[0] ?? 'dev'}`,
    },
  ]);
}
