import { fileURLToPath } from 'node:url';
import { type Diagnostic, DiagnosticsError, RemitError } from '../errors/index.ts';
import { placeFile } from '../scan/sources/root.ts';
import { ownFrames, type StackFrame } from '../scan/sources/stack.ts';
import { described } from '../scan/sources/thrown.ts';
import { report } from './report.ts';

/** Where Remit itself stands. */
const remit = fileURLToPath(new URL('..', import.meta.url));
const shown = 5;

/**
 * What ended the process although nobody caught it: RMT6050 with the application's frames, or the error as it is where
 * no application was opened or its stack begins in Remit and never passes the application.
 */
export function uncaught(error: unknown): unknown {
  if (!report.opened) return error;
  const frames = ownFrames(error, (file) => file.length > 0);
  const own = frames.filter(({ file }) => isOwn(file));
  const isRemits = own.length === 0 && frames[0]?.file.startsWith(remit) === true;
  if (isRemits && !(error instanceof RemitError)) return error;
  return new DiagnosticsError([diagnostic(error, own, frames[0])]);
}

function diagnostic(
  error: unknown,
  own: readonly StackFrame[],
  innermost: StackFrame | undefined,
): Diagnostic {
  const [first, ...outer] = own;
  const code = error instanceof RemitError ? `${error.code}: ${error.message}` : described(error);
  const begin =
    first === undefined
      ? `; no file of the application is in its stack, which begins ${innermost ? `in ${innermost.file}` : 'in Node.js'}`
      : '';
  return {
    code: 'RMT6050',
    message: `The application left an error uncaught: ${code.replace(/\.$/, '')}${begin}.`,
    place: first && placed(first),
    related: outer.slice(0, shown).map((frame) => ({ message: 'called from here', place: placed(frame) })),
    mend: 'await it, or catch it where it happens:\npromise.catch((error) => log.warn("…", { error: String(error) }));',
  };
}

function placed({ file, line, column }: StackFrame) {
  return { file: placeFile(report.root, file), line, column };
}

function isOwn(file: string): boolean {
  return !file.startsWith(remit) && !/[\\/]node_modules[\\/]/.test(file);
}
