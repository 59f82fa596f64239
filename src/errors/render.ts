import type { Diagnostic } from './diagnostic.ts';
import { catalogue } from './catalogue.ts';
import { renderDiagnostic } from './render-diagnostic.ts';
import type { RenderOptions } from './render-options.ts';
import { paint } from './render-paint.ts';

/**
 * All diagnostics as a compiler prints them: by file and line, each with its source line, why and mend, and a
 * summary line at the end. Ends with a line break; empty without diagnostics.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  if (diagnostics.length === 0) return '';
  const blocks = inOrder(diagnostics).map((diagnostic) => renderDiagnostic(diagnostic, options));
  return `${blocks.join('\n')}\n${summary(diagnostics, options)}\n`;
}

/** Diagnostics by file, line and column; those without a place first. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function summary(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const errors = diagnostics.filter(({ code }) => catalogue[code].severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors ? [count(errors, 'error')] : []),
    ...(warnings ? [count(warnings, 'warning')] : []),
  ];
  return paint(options).strong(parts.join(', '));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
