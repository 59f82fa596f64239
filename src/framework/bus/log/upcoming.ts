/** Milliseconds of the longest timer. */
const longest = 2 ** 31 - 1;

/** When the next delivery of each handler is due, with one timer for the earliest. An idle log keeps no other timer. */
export class Upcoming {
  readonly #due = new Map<string, number>();
  readonly #wake: (handlers: readonly string[]) => void;
  #timer: NodeJS.Timeout | undefined = undefined;
  #armed = Infinity;

  constructor(wake: (handlers: readonly string[]) => void) {
    this.#wake = wake;
  }

  set(handler: string, due: number | undefined): void {
    if (due === undefined) {
      this.#due.delete(handler);
      return;
    }
    this.#due.set(handler, due);
    this.#arm(due);
  }

  /** Keeps the earlier of what is known and `due`. */
  advance(handler: string, due: number): void {
    this.set(handler, Math.min(due, this.#due.get(handler) ?? Infinity));
  }

  clear(): void {
    this.#due.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#armed = Infinity;
  }

  #arm(due: number): void {
    if (due >= this.#armed) return;
    clearTimeout(this.#timer);
    this.#armed = due;
    const wait = Math.min(Math.max(0, due - Date.now()), longest);
    this.#timer = setTimeout(() => this.#ring(), wait).unref();
  }

  #ring(): void {
    this.#armed = Infinity;
    const now = Date.now();
    const ready = [...this.#due].filter(([, due]) => due <= now).map(([handler]) => handler);
    for (const handler of ready) this.#due.delete(handler);
    if (this.#due.size > 0) this.#arm(Math.min(...this.#due.values()));
    if (ready.length > 0) this.#wake(ready);
  }
}
