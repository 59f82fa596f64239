import { type Code, DiagnosticsError } from '../errors/index.ts';

/** A payload class that cannot be compiled, told at start with its mend. */
export function mistake(code: Code, message: string, mend: string): DiagnosticsError {
  return new DiagnosticsError([{ code, message, mend }]);
}

/** A rule whose verdict would come too late. */
export function asynchronous(owner: string, property: string, rule: string): DiagnosticsError {
  return mistake(
    'RMT4033',
    `${owner}.${property} has the asynchronous rule ${rule}.`,
    'Judge it in the handler, where resources can be asked, and keep rules of payloads to the data alone.',
  );
}
