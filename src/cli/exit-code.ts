import { DiagnosticsError, RemitError } from '../errors/index.ts';

/** How a command ended, for scripts. Documented in docs/cli.md. */
export const exitCode = {
  ok: 0,
  diagnostics: 1,
  usage: 2,
  notStarted: 3,
  internal: 4,
} as const;

/** The exit code of an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof RemitError)) return exitCode.internal;
  if (error.code === 'RMT6039') return exitCode.internal;
  if (/^RMT60(0|4[1-3])/.test(error.code)) return exitCode.usage;
  // Not to be imported, variables that are missing, a port in use, ended by itself: there may be no mistake to find.
  if (/^RMT(108|3|402|6050)/.test(error.code)) return exitCode.notStarted;
  return error instanceof DiagnosticsError ? exitCode.diagnostics : exitCode.notStarted;
}
