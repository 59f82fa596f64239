import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instruments } from '../metrics/instruments.ts';
import type { Metric } from '../metrics/snapshot.ts';
import type { Period } from './metric-record.ts';

/** Who takes metrics, and how often. */
export interface MetricReaderParts {
  readonly instruments: Instruments;
  /** Milliseconds. */
  readonly interval: number;
  /** True: the figures begin anew after each reading. */
  readonly delta: boolean;
  readonly send: (metrics: readonly Metric[], period: Period) => Promise<void>;
  readonly lost: (count: number, error: unknown) => void;
}

/** Reads the metrics at an interval and hands them on; one request at a time. */
export class MetricReader {
  readonly #parts: MetricReaderParts;
  readonly #timer: NodeJS.Timeout;
  #from = Date.now();
  #running: Promise<void> | undefined;
  #busy = false;

  constructor(parts: MetricReaderParts) {
    this.#parts = parts;
    const due = AsyncLocalStorage.bind((): void => {
      if (!this.#busy) void this.flush();
    });
    this.#timer = setInterval(due, parts.interval);
    this.#timer.unref();
  }

  async flush(): Promise<void> {
    await this.#running;
    this.#running = this.#read();
    await this.#running;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #read(): Promise<void> {
    const { instruments, delta, send, lost } = this.#parts;
    const period = { from: this.#from, to: Date.now(), delta };
    const metrics = instruments.read(delta);
    if (metrics.length === 0) return;
    if (delta) this.#from = period.to;
    this.#busy = true;
    try {
      await send(metrics, period);
    } catch (error) {
      lost(metrics.length, error);
    } finally {
      this.#busy = false;
    }
  }
}
