/** Milliseconds between two looks. */
const tick = 20;

/** Something that must be over in time. Its position belongs to the list while it waits. */
export abstract class Deadline {
  due = 0;
  previous: Deadline | undefined = undefined;
  next: Deadline | undefined = undefined;

  abstract expired(): void;
}

/** The two ends of a list, and the milliseconds that each of its limits takes. */
export class DeadlineList extends Deadline {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super();
    this.milliseconds = milliseconds;
    this.previous = this;
    this.next = this;
  }

  override expired(): void {}
}

/**
 * Time limits of one length each: adding and removing are a few assignments, and one timer serves all of them while
 * any is waiting. That timer keeps the process alive: a handler may wait for something that does not, and whoever
 * awaits it is still to be told. A limit ends up to 40 ms late and never early; time in which the process stood still
 * does not count.
 */
export class CoarseTimeouts {
  readonly #lists = new Map<number, DeadlineList>();
  #waiting = 0;
  #now = 0;
  #lookedAt = 0;
  #timer: NodeJS.Timeout | undefined = undefined;

  /** The list of limits of one length; fetch it once, at start. */
  of(milliseconds: number): DeadlineList {
    const list = this.#lists.get(milliseconds) ?? new DeadlineList(milliseconds);
    this.#lists.set(milliseconds, list);
    return list;
  }

  add(list: DeadlineList, deadline: Deadline): void {
    if (this.#timer === undefined) {
      this.#lookedAt = performance.now();
      this.#timer = setTimeout(() => this.#look(), tick);
    }
    deadline.due = this.#now + list.milliseconds + tick;
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
    this.#timer = this.#waiting === 0 ? undefined : setTimeout(() => this.#look(), tick);
  }
}
