import type { LogRecord } from './log/record.ts';
import { Instruments } from './metrics/instruments.ts';
import type { Metric } from './metrics/snapshot.ts';
import { Recorder } from './recorder.ts';
import { limitsOf } from './settings/limits.ts';
import { Variables } from './settings/variables.ts';
import { type DescribedSpan, describe } from './span/described.ts';
import type { LogLine, Telemetry } from './telemetry.ts';

/** Telemetry that can be read back. */
export interface RecordingTelemetry extends Telemetry {
  /** Ended spans, in order of their end. */
  readonly spans: readonly DescribedSpan[];
  /** Log lines in order, each with its trace where it has one. */
  readonly logs: readonly LogLine[];
  /** The metrics that have points, as they stand. */
  readMetrics(): readonly Metric[];
  /** Forgets spans and log lines. */
  clear(): void;
}

/** More is not kept; a test that records more forgot to `clear`. */
const most = 100_000;

/**
 * Telemetry that samples everything and keeps it in memory. For tests.
 *
 * ```ts
 * const telemetry = recordingTelemetry();
 * telemetry.start('process PlaceOrder', { kind: 'consumer' }).end();
 * telemetry.spans[0].name; // 'process PlaceOrder'
 * ```
 */
export function recordingTelemetry(): RecordingTelemetry {
  const limits = limitsOf(new Variables({}));
  const spans: DescribedSpan[] = [];
  const logs: LogLine[] = [];
  const instruments = new Instruments();
  const recorder = new Recorder({
    sampler: { parentBased: true, ratio: 1 },
    recording: true,
    limits,
    scope: { name: 'remit' },
    instruments,
    sink: {
      span: (span) => void (spans.length < most && spans.push(describe(span, limits))),
      log: (record) => void (logs.length < most && logs.push(withContext(record))),
      flush: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    },
  });
  return Object.assign(recorder, {
    spans,
    logs,
    readMetrics: () => instruments.read(),
    clear: () => {
      spans.length = 0;
      logs.length = 0;
    },
  });
}

function withContext({ line, context }: LogRecord): LogLine {
  return context === undefined ? line : { ...line, context };
}
