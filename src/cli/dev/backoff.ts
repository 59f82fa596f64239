const first = 250;
const longest = 8_000;
/** A process that served this long, in milliseconds, is no part of a crash loop. */
const healthy = 10_000;

/** How long to wait before a crashed process is started again. */
export class Backoff {
  #next = first;

  /** Milliseconds to wait after a process that served for `served`; doubles with every crash in a row. */
  after(served: number): number {
    if (served >= healthy) this.#next = first;
    const wait = this.#next;
    this.#next = Math.min(wait * 2, longest);
    return wait;
  }
}
