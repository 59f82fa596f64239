import { catalogue, type Code } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Entry } from './entry.ts';
import type { Place } from './place.ts';
import { inOrder } from './render.ts';

/** A diagnostic as machines read it: `remit check --json`. */
export interface DiagnosticJson {
  readonly code: Code;
  readonly severity: Entry['severity'];
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
  readonly why: string;
  readonly mend: string;
  readonly related: readonly { readonly message: string; readonly place?: Place | undefined }[];
}

/** All diagnostics in the order in which they are printed. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): {
  readonly diagnostics: readonly DiagnosticJson[];
} {
  return {
    diagnostics: inOrder(diagnostics).map((diagnostic) => {
      const { code, message, place, mend, related = [] } = diagnostic;
      const { severity, title, why } = catalogue[code];
      return { code, severity, title, message, ...(place && { place }), why, mend, related };
    }),
  };
}
