import type { RetryPolicy } from '../bus.ts';
import type { LogStore, Row } from './log-store.ts';
import type { Claim } from './write.ts';

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
  readonly #counts = new Map<string, number>();
  readonly #running = new Set<number>();
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
    return this.#perHandler - (this.#counts.get(handler) ?? 0);
  }

  has(seq: number): boolean {
    return this.#running.has(seq);
  }

  take({ handler, seq }: Pick<Claim, 'handler' | 'seq'>): void {
    this.#total += 1;
    this.#counts.set(handler, (this.#counts.get(handler) ?? 0) + 1);
    this.#running.add(seq);
  }

  give({ handler, seq }: Pick<Claim, 'handler' | 'seq'>): void {
    this.#total -= 1;
    this.#counts.set(handler, (this.#counts.get(handler) ?? 1) - 1);
    this.#running.delete(seq);
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
      const until = now + Math.ceil(policy.lease);
      if (slots.has(row.seq)) {
        store.extend(row.seq, until);
        continue;
      }
      store.claim(row.seq, until);
      if (row.attempt > policy.retries) poison.push(row);
      else rows.push(row);
    }
    free -= due.length;
    if (due.length < room) idle.push([handler, store.nextDue(handler)]);
  }
  return { rows, poison, idle };
}
