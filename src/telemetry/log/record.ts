import type { LogLine, TraceContext } from '../telemetry.ts';

/** A log line with its moment and its trace. */
export interface LogRecord {
  readonly line: LogLine;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly context: TraceContext | undefined;
}
