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
