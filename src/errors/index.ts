export { catalogue, type Code } from './catalogue.ts';
export type { Diagnostic } from './diagnostic.ts';
export { DiagnosticsError } from './diagnostics-error.ts';
export type { Entry } from './entry.ts';
export type { Place } from './place.ts';
export { RemitError, type RemitErrorOptions } from './remit-error.ts';
export { renderDiagnostics } from './render.ts';
export { type DiagnosticJson, diagnosticsJson } from './render-json.ts';
export type { RenderOptions } from './render-options.ts';
