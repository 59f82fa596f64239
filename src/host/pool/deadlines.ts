interface Watch {
  readonly at: number;
  readonly expire: () => void;
}

/** One timer for all that must end within the same time; arming one per call would cost more than most calls. */
export class Deadlines {
  readonly #duration: number;
  readonly #watched = new Map<object, Watch>();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#duration = milliseconds;
  }

  /** Calls `expire` once when `subject` is still watched after the duration. */
  watch(subject: object, expire: () => void): void {
    this.#watched.set(subject, { at: performance.now() + this.#duration, expire });
    if (this.#timer === undefined) this.#arm(this.#duration);
    else if (this.#watched.size === 1) this.#timer.ref();
  }

  /** False when it had expired already. */
  unwatch(subject: object): boolean {
    const known = this.#watched.delete(subject);
    if (this.#watched.size === 0) this.#timer?.unref();
    return known;
  }

  #arm(delay: number): void {
    this.#timer = setTimeout(() => this.#check(), delay);
  }

  #check(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [subject, { at, expire }] of this.#watched) {
      if (at > now) return this.#arm(Math.max(1, at - now));
      this.#watched.delete(subject);
      expire();
    }
  }
}
