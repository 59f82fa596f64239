import type { Attributes } from '../telemetry.ts';

/** The state of one histogram point at a moment. */
export interface HistogramPoint {
  readonly attributes: Attributes;
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

export interface CounterPoint {
  readonly attributes: Attributes;
  readonly count: number;
}

/** One metric as it stood when it was read. */
export type Metric = {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
} & (
  | { readonly kind: 'histogram'; readonly points: readonly HistogramPoint[] }
  | { readonly kind: 'counter'; readonly points: readonly CounterPoint[] }
);
