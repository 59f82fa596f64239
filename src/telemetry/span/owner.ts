import type { Attributes, SpanKind, TraceContext } from '../telemetry.ts';
import type { TimedSpan } from './timed-span.ts';

/** What a failed span tells of itself, recorded or not. */
export interface Failed {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: TraceContext;
  readonly parent: TraceContext | undefined;
  readonly fixed: Attributes | undefined;
}

/** Whoever started a span hears of its failure and its end. */
export interface SpanOwner {
  failed(span: Failed, error: unknown): void;
  ended(span: TimedSpan): void;
}
