import type { TraceContext } from './telemetry.ts';

/** Decides once, where a trace enters the process, whether it is recorded. */
export interface Sampler {
  readonly parentBased: boolean;
  /** Share of traces recorded, from 0 to 1. */
  readonly ratio: number;
}

/** Of 14 hex digits, what a double holds exactly. */
const digits = 13;
const range = 16 ** digits;

/**
 * Whether a span is sampled. By ratio, the low digits of the trace id decide (OpenTelemetry's consistent sampling), so
 * that every process with the same ratio decides alike.
 */
export function isSampled(sampler: Sampler, parent: TraceContext | undefined, traceId: string): boolean {
  if (parent !== undefined && (sampler.parentBased || parent.remote !== true)) return parent.sampled;
  if (sampler.ratio >= 1) return true;
  if (sampler.ratio <= 0) return false;
  return Number.parseInt(traceId.slice(18, 18 + digits), 16) >= (1 - sampler.ratio) * range;
}
