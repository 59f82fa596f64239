import { isError } from '../is-error.ts';
import type { Instruments } from '../metrics/instruments.ts';

export type Reason = 'queue_full' | 'export_failed' | 'rejected' | 'shutdown';

/** What was lost, in words, with the code that explains it. */
const told: Readonly<Record<Reason, (count: number, signal: string) => string>> = {
  queue_full: (count, signal) =>
    `RMT3081 ${count} ${signal} were dropped: the queue was full, because the receiver is slower than the application.`,
  export_failed: (count, signal) => `RMT3082 ${count} ${signal} did not reach the receiver`,
  rejected: (count, signal) => `RMT3082 ${count} ${signal} were rejected by the receiver.`,
  shutdown: (count, signal) =>
    `RMT3081 ${count} ${signal} were dropped: the receiver had not taken them when the application ended.`,
};

const firstAfter = 1000;
const thenEvery = 60_000;

interface Loss {
  readonly signal: string;
  readonly reason: Reason;
  count: number;
  cause: string;
}

/** Counts what never arrived, and says so: once soon after it begins, then once a minute while it goes on. */
export class Losses {
  readonly #instruments: Instruments;
  readonly #say: (message: string) => void;
  readonly #pending = new Map<string, Loss>();
  #timer: NodeJS.Timeout | undefined;
  #said = -Infinity;

  constructor(instruments: Instruments, say: (message: string) => void) {
    this.#instruments = instruments;
    this.#say = say;
  }

  add(signal: string, count: number, reason: Reason, error?: unknown): void {
    this.#instruments.dropped(signal, reason, count);
    const key = `${signal} ${reason}`;
    const loss = this.#pending.get(key) ?? { signal, reason, count: 0, cause: '' };
    loss.count += count;
    if (isError(error)) loss.cause = causeOf(error);
    this.#pending.set(key, loss);
    if (this.#timer !== undefined) return;
    const next = Math.max(firstAfter, this.#said + thenEvery - performance.now());
    this.#timer = setTimeout(() => this.tell(), next);
    this.#timer.unref();
  }

  /** Says now what was not said yet. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.size === 0) return;
    this.#said = performance.now();
    const losses = [...this.#pending.values()];
    this.#pending.clear();
    for (const { signal, reason, count, cause } of losses) {
      this.#say(`${told[reason](count, signal)}${cause === '' ? '' : `: ${cause}.`}`);
    }
  }
}

/** The system's word for it; a receiver's answer may quote what was sent, so it is not repeated. */
function causeOf(error: Error): string {
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) {
    return typeof error.code === 'number' ? `it answered ${error.code}` : error.code;
  }
  return error.name === 'Error' ? 'no answer in time' : error.name;
}
