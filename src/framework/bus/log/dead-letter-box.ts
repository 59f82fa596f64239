import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { silentTelemetry } from '../../../telemetry/index.ts';
import type { DeadLetter } from '../dead-letter.ts';
import { LogBus } from './log-bus.ts';
import { logError } from './log-error.ts';

/** Letters read at once. */
const most = 1000;

/**
 * The dead letters of an application's data folder, for whoever looks after it; the application may run meanwhile, and
 * delivers what is replayed within two seconds. A folder without an event log has none, and none is made.
 *
 * ```ts
 * await using box = new DeadLetterBox('.remit/data');
 * for (const { number } of box.list()) box.replay(number);
 * ```
 * @throws RemitError RMT3032 when the log is locked, RMT3033 or RMT3034 when it cannot be used.
 */
export class DeadLetterBox implements AsyncDisposable {
  readonly #file: string;
  readonly #log: LogBus | undefined;

  constructor(data: string) {
    this.#file = join(data, 'events.db');
    this.#log = existsSync(this.#file) ? new LogBus(this.#file, silentTelemetry()) : undefined;
  }

  /** The oldest first, a thousand at most. */
  list(): readonly DeadLetter[] {
    return this.#coded((log) => log.deadLetters(most)) ?? [];
  }

  /** Delivers a letter again to the handler that failed it; false when there is none of this number. */
  replay(number: number): boolean {
    return this.#coded((log) => log.replay(number)) ?? false;
  }

  /** Deletes a letter; false when there is none of this number. */
  drop(number: number): boolean {
    return this.#coded((log) => log.drop(number)) ?? false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#log?.close();
  }

  #coded<Result>(work: (log: LogBus) => Result): Result | undefined {
    try {
      return this.#log && work(this.#log);
    } catch (error) {
      throw logError(error, this.#file);
    }
  }
}
