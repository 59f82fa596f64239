import type { Diagnostic } from './diagnostic.ts';
import { RemitError } from './remit-error.ts';

/** All mistakes of one phase at once; the code is that of the first. `diagnostics` is never empty. */
export class DiagnosticsError extends RemitError {
  override readonly name = 'DiagnosticsError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly [Diagnostic, ...Diagnostic[]]) {
    super(diagnostics[0].code, diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
    this.diagnostics = diagnostics;
  }
}
