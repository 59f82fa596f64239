import type { RetryPolicy } from '../bus.ts';
import type { LogStore, Row } from './log-store.ts';

/** What one look at the log found: deliveries to run, poison, and where there is nothing more for now. */
export interface Look {
  readonly rows: readonly Row[];
  /** Tried as often as allowed and never settled: whoever ran it died of it. */
  readonly poison: readonly Row[];
  /** Handlers without further due deliveries, with the time of their next. */
  readonly idle: readonly (readonly [handler: string, next: number | undefined])[];
}

/** How many deliveries run, by handler: bounded in all and for each, so that no handler starves the others. */
export class Slots {
  readonly #running = new Map<string, number>();
  readonly #concurrency: number;
  readonly #perHandler: number;
  #total = 0;

  constructor(concurrency: number, perHandler: number) {
    this.#concurrency = concurrency;
    this.#perHandler = perHandler;
  }

  get total(): number {
    return this.#total;
  }

  free(): number {
    return this.#concurrency - this.#total;
  }

  room(handler: string): number {
    return this.#perHandler - (this.#running.get(handler) ?? 0);
  }

  /** `by` is -1 for a delivery that ended. */
  take(handler: string, by: 1 | -1): void {
    this.#total += by;
    this.#running.set(handler, (this.#running.get(handler) ?? 0) + by);
  }
}

/** Claims what is due of these handlers, as far as slots are free. Changes the log alone. */
export function look(
  store: LogStore,
  handlers: Iterable<string>,
  policies: ReadonlyMap<string, RetryPolicy>,
  slots: Slots,
  now: number,
): Look {
  const rows: Row[] = [];
  const poison: Row[] = [];
  const idle: [string, number | undefined][] = [];
  let free = slots.free();
  for (const handler of handlers) {
    const policy = policies.get(handler);
    const room = Math.min(free, slots.room(handler));
    if (policy === undefined || room <= 0) continue;
    const due = store.due(handler, now, room);
    for (const row of due) {
      store.claim(row.seq, now + Math.ceil(policy.lease));
      if (row.attempt > policy.retries) poison.push(row);
      else rows.push(row);
    }
    free -= due.length;
    if (due.length < room) idle.push([handler, store.nextDue(handler)]);
  }
  return { rows, poison, idle };
}
