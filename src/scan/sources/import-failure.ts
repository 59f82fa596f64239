import { type Diagnostic, DiagnosticsError, RemitError } from '../../errors/index.ts';
import { circularImport } from './circular-import.ts';
import { type FailedImport, failedImport } from './failed-import.ts';
import { missingExports, missingModules, syntaxErrors } from './broken-imports.ts';
import { senderImports } from './sender-import.ts';
import { thrownByUser } from './thrown.ts';

/**
 * Explains why an application could not be imported: by its sources where they show the reason, and otherwise by
 * what it threw.
 */
export function importFailure(error: unknown, entryFile: string, loaded: readonly string[]): RemitError {
  if (error instanceof RemitError && error.code === 'RMT1086') return error;
  const failed = failedImport(error, entryFile, loaded);
  const [first, ...more] = explain(failed);
  return new DiagnosticsError([first ?? thrownByUser(failed), ...more]);
}

/** Syntax errors, missing modules and missing names stop every import alike, so all of them are told. */
function explain(failed: FailedImport): Diagnostic[] {
  const broken = [
    ...syntaxErrors(failed),
    ...missingModules(failed),
    ...missingExports(failed),
    ...senderImports(failed),
  ];
  if (broken.length > 0 && isRefusedByNode(failed.error)) return broken;
  const circle = circularImport(failed);
  return circle ? [circle] : [];
}

/** Whether linking failed, so that no module has run; what a module throws itself is its own affair. */
function isRefusedByNode(error: unknown): boolean {
  return (
    error instanceof SyntaxError ||
    (error instanceof Error &&
      'code' in error &&
      /^ERR_(MODULE|UNSUPPORTED|PACKAGE|INVALID)/.test(String(error.code)))
  );
}
