import { exitCode, exitCodeOf } from './exit-code.ts';
import { diagnosticsOf, writeDiagnostics } from './report.ts';
import { usageOf } from './usage.ts';

/** Writes what went wrong as coded errors, with the stack trace only where REMIT_DEBUG=1 asks for it. Returns the exit code. */
export function failure(error: unknown): number {
  const usage = usageOf(error);
  if (usage === 'shown') return exitCode.ok;
  if (usage === 'incomplete') return exitCode.usage;
  if (process.env['REMIT_DEBUG'] === '1') process.stderr.write(`${stackOf(error)}\n\n`);
  const reason = usage ?? error;
  writeDiagnostics(diagnosticsOf(reason));
  return exitCodeOf(reason);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`;
}
