import type { LogRecord } from '../log/record.ts';
import type { Sink } from '../sink.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { Output } from '../terminal/output.ts';
import type { Batch } from './batch.ts';
import type { Losses } from './losses.ts';
import type { MetricReader } from './metric-reader.ts';

/** Where each signal goes besides the terminal; absent: nowhere. */
export interface PipelineParts {
  readonly terminal: Sink;
  /** What `console` exporters write to. */
  readonly lines: Output | undefined;
  readonly spans: Batch<TimedSpan> | undefined;
  readonly logs: Batch<LogRecord> | undefined;
  readonly metrics: MetricReader | undefined;
  readonly losses: Losses;
  readonly exportDebug: boolean;
}

/** The terminal and the exporters behind one door. */
export class Pipeline implements Sink {
  readonly #parts: PipelineParts;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
  }

  span(span: TimedSpan): void {
    this.#parts.spans?.add(span);
    this.#parts.terminal.span(span);
  }

  log(record: LogRecord): void {
    if (record.line.level !== 'debug' || this.#parts.exportDebug) this.#parts.logs?.add(record);
    this.#parts.terminal.log(record);
  }

  async flush(): Promise<void> {
    const { spans, logs, metrics, terminal } = this.#parts;
    await Promise.all([spans?.flush(), logs?.flush(), metrics?.flush(), terminal.flush()]);
  }

  async shutdown(): Promise<void> {
    const { spans, logs, metrics, losses, lines, terminal } = this.#parts;
    spans?.close();
    logs?.close();
    metrics?.close();
    losses.tell();
    lines?.close();
    await terminal.shutdown();
  }
}
