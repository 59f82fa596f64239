import type { LogRecord } from './log/record.ts';
import type { TimedSpan } from './span/timed-span.ts';

/** Where ended spans and log lines go. Neither method blocks or throws. */
export interface Sink {
  span(span: TimedSpan): void;
  log(record: LogRecord): void;
  /** Resolves when what was taken has been handed on, however long that takes. */
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}
