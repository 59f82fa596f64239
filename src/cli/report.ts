import { relative, resolve, sep } from 'node:path';
import {
  type Diagnostic,
  DiagnosticsError,
  diagnosticsJson,
  RemitError,
  renderDiagnostics,
} from '../errors/index.ts';
import { lineReader } from '../scan/sources/lines.ts';

/** How this run of the command line writes what it found. */
export interface Report {
  /** Folder that places are relative to; set as soon as an application is opened. */
  root: string;
  /** Whether an application was opened, so that its code may run. */
  opened: boolean;
  /** Whether a machine reads the output. */
  json: boolean;
  /** The command that runs; empty before it is known. */
  command: string;
}

/** The one report of this process. */
export const report: Report = { root: process.cwd(), opened: false, json: false, command: '' };

/** Writes diagnostics: text to stderr, or JSON to stdout where `--json` asked for it. */
export function writeDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (report.json) process.stdout.write(`${JSON.stringify(diagnosticsJson(diagnostics), null, 2)}\n`);
  else process.stderr.write(rendered(diagnostics, process.stderr));
}

/** The diagnostics behind an error; one that Remit did not foresee becomes RMT6039. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof DiagnosticsError) return error.diagnostics;
  if (error instanceof RemitError) return [{ code: error.code, message: error.message, mend: '' }];
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [{ code: 'RMT6039', message: `Remit failed with ${message}`, mend: 'REMIT_DEBUG=1 remit …' }];
}

function rendered(diagnostics: readonly Diagnostic[], stream: NodeJS.WriteStream): string {
  return renderDiagnostics(diagnostics, {
    line: lineReader(report.root),
    path: (file) => relative(process.cwd(), resolve(report.root, file)).split(sep).join('/'),
    colour: stream.isTTY && !process.env['NO_COLOR'],
    width: Math.min(stream.columns ?? 100, 120),
  });
}
