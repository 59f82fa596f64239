import type { RemitError } from '../../errors/index.ts';
import type { Operation } from '../component.ts';
import { Deadlines } from './deadlines.ts';

/** A call that waits for an instance. */
export interface Waiter<T> {
  readonly operation: Operation;
  readonly resolve: (item: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** First in, first out; bounded in length and in time. */
export class Queue<T> {
  readonly #most: number;
  readonly #waiters = new Set<Waiter<T>>();
  readonly #deadlines: Deadlines;

  constructor(most: number, milliseconds: number) {
    this.#most = most;
    this.#deadlines = new Deadlines(milliseconds);
  }

  get length(): number {
    return this.#waiters.size;
  }

  /** Rejects with `overload` at once when the queue is full, and later when the time is over. */
  wait(operation: Operation, overload: () => RemitError): Promise<T> {
    if (this.#waiters.size >= this.#most) return Promise.reject(overload());
    return new Promise<T>((resolve, reject) => {
      const waiter = { operation, resolve, reject };
      this.#waiters.add(waiter);
      this.#deadlines.watch(waiter, () => {
        this.#waiters.delete(waiter);
        reject(overload());
      });
    });
  }

  /** Takes out whoever waits longest. */
  take(): Waiter<T> | undefined {
    const [first] = this.#waiters;
    if (first === undefined) return undefined;
    this.#waiters.delete(first);
    this.#deadlines.unwatch(first);
    return first;
  }
}
