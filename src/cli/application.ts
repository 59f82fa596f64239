import { existsSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { DiagnosticsError, type Diagnostic } from '../errors/index.ts';
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
      mend: `remit ${example()}`,
    },
  ]);
}

/** Imports the application a command was given; from then on diagnostics show its source lines. */
export async function openApplication(argument: string | undefined): Promise<LoadedApplication> {
  const file = applicationFile(argument);
  refuseUnusable(file);
  report.root = applicationRoot(file);
  report.opened = true;
  return loadApplication(file);
}

/** @throws DiagnosticsError RMT1087, RMT6008 */
function refuseUnusable(file: string): void {
  const name = relative(process.cwd(), file);
  const mend = `remit ${example()}`;
  const refuse = (code: Diagnostic['code'], message: string) =>
    new DiagnosticsError([{ code, message, mend }]);
  if (!existsSync(file)) throw refuse('RMT1087', `There is no file ${name}.`);
  if (!/^\.[mc]?[jt]s$/.test(extname(file)))
    throw refuse('RMT6008', `${name} is neither TypeScript nor JavaScript.`);
}

/** The command that was typed, as it is typed with a file. */
function example(): string {
  const command = report.command || 'check';
  return `${command} path/to/app.ts${command === 'send' ? " EVENT '{}'" : ''}`;
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
