export {
  attribute,
  type Convention,
  httpConvention,
  identify,
  operationConvention,
  processConvention,
  sendConvention,
} from './conventions.ts';
export { createTelemetry, type TelemetryOptions } from './create.ts';
export { errorType } from './error-type.ts';
export type { CounterPoint, HistogramPoint, Metric } from './metrics/snapshot.ts';
export { readable } from './readable.ts';
export { type RecordingTelemetry, recordingTelemetry } from './recording.ts';
export { silentTelemetry } from './silent.ts';
export type { DescribedSpan } from './span/described.ts';
export type {
  Attributes,
  AttributeValue,
  Frame,
  Level,
  LogLine,
  Metrics,
  Span,
  SpanKind,
  SpanOptions,
  Telemetry,
  TraceContext,
} from './telemetry.ts';
export type { Output } from './terminal/output.ts';
export { formatTraceparent, parseTraceparent } from './traceparent.ts';
