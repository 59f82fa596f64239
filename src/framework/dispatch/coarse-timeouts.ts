/** Milliseconds between two looks. */
const tick = 20;

/** Something that must be over in time. Its position belongs to the list while it waits. */
export class Deadline {
  due = 0;
  previous: Deadline | undefined = undefined;
  next: Deadline | undefined = undefined;
  readonly expired: () => void;

  constructor(expired: () => void) {
    this.expired = expired;
  }
}

/**
 * Time limits of one length each: adding and removing are a few assignments, and one timer serves all of them while
 * any is waiting. A limit ends up to 40 ms late and never early; time in which the process stood still does not count.
 */
export class CoarseTimeouts {
  readonly #lists = new Map<number, Deadline>();
  #waiting = 0;
  #now = 0;
  #lookedAt = 0;
  #timer: NodeJS.Timeout | undefined = undefined;

  /** The list of limits of one length; fetch it once, at start. */
  of(milliseconds: number): Deadline {
    const known = this.#lists.get(milliseconds);
    if (known) return known;
    const head = new Deadline(() => undefined);
    head.previous = head;
    head.next = head;
    head.due = milliseconds;
    this.#lists.set(milliseconds, head);
    return head;
  }

  add(list: Deadline, deadline: Deadline): void {
    if (this.#timer === undefined) {
      this.#lookedAt = performance.now();
      this.#timer = setTimeout(() => this.#look(), tick).unref();
    }
    deadline.due = this.#now + list.due + tick;
    const last = list.previous as Deadline;
    last.next = deadline;
    deadline.previous = last;
    deadline.next = list;
    list.previous = deadline;
    this.#waiting += 1;
  }

  /** Does nothing when it is over already. */
  remove(deadline: Deadline): void {
    const { previous, next } = deadline;
    if (previous === undefined || next === undefined) return;
    previous.next = next;
    next.previous = previous;
    deadline.previous = undefined;
    deadline.next = undefined;
    this.#waiting -= 1;
  }

  #look(): void {
    const at = performance.now();
    this.#now += Math.min(at - this.#lookedAt, 2 * tick);
    this.#lookedAt = at;
    for (const list of this.#lists.values()) {
      let first = list.next as Deadline;
      while (first !== list && first.due <= this.#now) {
        this.remove(first);
        first.expired();
        first = list.next as Deadline;
      }
    }
    this.#timer = this.#waiting === 0 ? undefined : setTimeout(() => this.#look(), tick).unref();
  }
}
