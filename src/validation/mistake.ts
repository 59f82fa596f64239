import { type Code, DiagnosticsError } from '../errors/index.ts';

/** A payload class that cannot be compiled, told at start with its mend. */
export function mistake(code: Code, message: string, mend: string): DiagnosticsError {
  return new DiagnosticsError([{ code, message, mend }]);
}
