import type { LogRecord } from '../log/record.ts';
import type { Sink } from '../sink.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { Level } from '../telemetry.ts';
import { logLine } from './log-line.ts';
import type { Output } from './output.ts';
import { isEvent, spanLine } from './span-line.ts';
import { type Palette, palette } from './text.ts';

const order: Readonly<Record<Level | 'silent', number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };

/** What a terminal shows. */
export interface TerminalOptions {
  readonly output: Output;
  /** The least level shown; spans count as `info`, those that are no requests or deliveries as `debug`. */
  readonly level: Level | 'silent';
  /** False when spans go elsewhere. */
  readonly spans: boolean;
}

/** A readable line for every event and every log line. */
export class Terminal implements Sink {
  readonly #output: Output;
  readonly #level: number;
  readonly #spans: boolean;
  readonly #colours: Palette;

  constructor(options: TerminalOptions) {
    this.#output = options.output;
    this.#level = order[options.level];
    this.#spans = options.spans;
    this.#colours = palette(options.output.coloured);
  }

  span(span: TimedSpan): void {
    if (!this.#spans || this.#level > order[span.failure === undefined ? 'info' : 'error']) return;
    if (this.#level === order.debug || isEvent(span)) this.#output.write(spanLine(span, this.#colours));
  }

  log(record: LogRecord): void {
    if (order[record.line.level] >= this.#level) this.#output.write(logLine(record, this.#colours));
  }

  flush(): Promise<void> {
    return this.#output.flush();
  }

  async shutdown(): Promise<void> {
    this.#output.close();
  }
}
