import { Clock } from '../interfaces/index.ts';

/** A clock that a test sets. */
export class ManualClock extends Clock {
  #now: number;

  /** @param now Where it starts; default: 2026-01-01, midnight UTC. */
  constructor(now: Date | string = '2026-01-01T00:00:00Z') {
    super();
    this.#now = new Date(now).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves it forward. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
