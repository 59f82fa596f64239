import type { ScheduleModel } from '../../model/index.ts';
import type { Entry } from '../dispatch/entry.ts';
import { type Occurrences, occurrencesOf } from './occurrences.ts';

/** Milliseconds of the longest timer; longer waits are cut into pieces. */
const longest = 2 ** 31 - 1;

/** One schedule of one handler. Never overlaps itself: what falls due while it runs is skipped. */
class Job {
  readonly #entry: Entry;
  readonly #next: Occurrences;
  #timer: NodeJS.Timeout | undefined = undefined;
  #stopped = false;
  #run: Promise<void> = Promise.resolve();

  constructor(entry: Entry, schedule: ScheduleModel) {
    this.#entry = entry;
    this.#next = occurrencesOf(schedule);
  }

  start(): void {
    this.#await(this.#next(new Date()));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#run;
  }

  #await(due: Date | undefined): void {
    if (due === undefined || this.#stopped) return;
    const wait = due.getTime() - Date.now();
    this.#timer = setTimeout(() => this.#wake(due), Math.min(Math.max(0, wait), longest)).unref();
  }

  #wake(due: Date): void {
    if (Date.now() < due.getTime()) return this.#await(due);
    this.#run = this.#fire().finally(() => this.#await(this.#next(new Date())));
  }

  /** A failure is in the trace and the log by now; the next run is the next try. */
  async #fire(): Promise<void> {
    try {
      await this.#entry.call(this.#entry.payload.parse({}), { sender: 'clock' });
    } catch {
      return;
    }
  }
}

/** All schedules of an application; the clock is the sender. */
export class Scheduler {
  readonly #jobs: readonly Job[];

  constructor(entries: Iterable<Entry>) {
    this.#jobs = [...entries].flatMap((entry) =>
      entry.handler.schedules.map((schedule) => new Job(entry, schedule)),
    );
  }

  start(): void {
    for (const job of this.#jobs) job.start();
  }

  /** Starts nothing new and resolves when what runs has ended. */
  async stop(): Promise<void> {
    await Promise.all(this.#jobs.map((job) => job.stop()));
  }
}
