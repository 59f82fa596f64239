import type { LogStore } from './log-store.ts';
import type { Presence } from './presence.ts';

/** Takes over at once what processes had claimed that are gone; without it their leases would have to end. */
export class Takeover {
  readonly #presence: Presence;
  readonly #delay: (attempt: number) => number;
  #asked = true;
  #gone: readonly string[] = [];

  constructor(presence: Presence, delay: (attempt: number) => number) {
    this.#presence = presence;
    this.#delay = delay;
  }

  /** Has the next transaction look; false when this process is alone. */
  ask(): boolean {
    this.#asked ||= this.#presence.others().length > 0;
    return this.#asked;
  }

  /** Inside a transaction; returns the handlers whose deliveries became due earlier. */
  look(store: LogStore, now: number): Set<string> {
    const freed = new Set<string>();
    this.#gone = this.#asked ? this.#presence.gone() : [];
    this.#asked = false;
    if (this.#gone.length === 0) return freed;
    for (const { seq, handler, owner, attempt, due } of store.leased(now)) {
      if (!this.#gone.includes(owner)) continue;
      // One crash costs no time; an event that ends each process it runs in must not end them in a tight circle.
      const pause = attempt > 1 ? this.#delay(attempt - 1) : 0;
      store.free(seq, Math.min(due, now + pause));
      freed.add(handler);
    }
    return freed;
  }

  /** After the transaction of `look`. */
  committed(): void {
    if (this.#gone.length > 0) this.#presence.forget(this.#gone);
    this.#gone = [];
  }
}
