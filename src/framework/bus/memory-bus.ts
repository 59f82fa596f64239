import { RemitError } from '../../errors/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';
import { backoff } from './backoff.ts';
import type { Bus, Deliver, Delivery, Outgoing, RetryPolicy } from './bus.ts';
import { causeOfDeath, type DeadLetter, reportDeath } from './dead-letter.ts';
import { isRetried } from './verdict.ts';

/** Bounds of a bus in memory. */
export interface MemoryBusOptions {
  /** Deliveries that may wait or run; default 10,000. */
  readonly capacity?: number;
  /** Deliveries that run at once; default 64. */
  readonly concurrency?: number;
  /** Milliseconds before a failed delivery is tried again; default: exponential with jitter. */
  readonly delay?: (attempt: number) => number;
}

/** A bus for tests: nothing survives the process. */
export class MemoryBus implements Bus {
  readonly deadLetters: DeadLetter[] = [];
  readonly #telemetry: Telemetry;
  readonly #capacity: number;
  readonly #concurrency: number;
  readonly #delay: (attempt: number) => number;
  readonly #retries = new Map<NodeJS.Timeout, Delivery>();
  #queue: Delivery[] = [];
  #running = 0;
  #deliver: Deliver | undefined = undefined;
  #policies: ReadonlyMap<string, RetryPolicy> = new Map();
  #draining = false;
  #idle: (() => void)[] = [];

  constructor(telemetry: Telemetry, options: MemoryBusOptions = {}) {
    this.#telemetry = telemetry;
    this.#capacity = options.capacity ?? 10_000;
    this.#concurrency = options.concurrency ?? 64;
    this.#delay = options.delay ?? backoff;
  }

  /** Deliveries that wait, run or will be tried again. */
  get pending(): number {
    return this.#queue.length + this.#running + this.#retries.size;
  }

  async publish(outgoing: readonly Outgoing[]): Promise<void> {
    const more = outgoing.reduce((sum, { handlers }) => sum + handlers.length, 0);
    if (this.pending + more > this.#capacity) {
      throw new RemitError(
        'RMT3031',
        `The bus holds ${this.pending} deliveries and takes ${this.#capacity}.`,
      );
    }
    this.#accept(outgoing);
  }

  start(deliver: Deliver, policies: ReadonlyMap<string, RetryPolicy>): void {
    this.#deliver = deliver;
    this.#policies = policies;
    this.#pump();
  }

  /** Resolves when nothing waits, runs or will be tried again. */
  async settled(): Promise<void> {
    if (this.pending > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async drain(): Promise<void> {
    this.#draining = true;
    for (const timer of this.#retries.keys()) clearTimeout(timer);
    this.#retries.clear();
    this.#queue = [];
    await this.settled();
  }

  async close(): Promise<void> {
    await this.drain();
  }

  #accept(outgoing: readonly Outgoing[]): void {
    // Nobody would deliver it any more, and `drain` would wait for it.
    if (this.#draining) return;
    for (const { envelope, handlers } of outgoing) {
      // What crosses a bus is data: a handler must not see what another one does to its payload.
      for (const handler of handlers)
        this.#queue.push({ envelope: structuredClone(envelope), handler, attempt: 1 });
    }
    this.#pump();
  }

  #pump(): void {
    while (this.#deliver && !this.#draining && this.#running < this.#concurrency) {
      const delivery = this.#queue.shift();
      if (delivery === undefined) return;
      this.#running += 1;
      void this.#run(delivery, this.#deliver);
    }
  }

  async #run(delivery: Delivery, deliver: Deliver): Promise<void> {
    try {
      const outgoing = await deliver(delivery);
      this.#accept(outgoing);
    } catch (error) {
      this.#failed(delivery, error);
    } finally {
      this.#running -= 1;
      this.#pump();
      if (this.pending === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  #failed(delivery: Delivery, error: unknown): void {
    const { envelope, handler, attempt } = delivery;
    if (this.#draining) return;
    if (isRetried(error, attempt, this.#policies.get(handler)?.retries ?? 0)) {
      const timer = setTimeout(() => {
        this.#retries.delete(timer);
        this.#queue.push({ envelope, handler, attempt: attempt + 1 });
        this.#pump();
      }, this.#delay(attempt));
      this.#retries.set(timer, delivery);
      return;
    }
    const number = this.deadLetters.length + 1;
    this.deadLetters.push({
      number,
      envelope,
      handler,
      attempts: attempt,
      died: Date.now(),
      ...causeOfDeath(error),
    });
    reportDeath(this.#telemetry, envelope, handler, attempt);
  }
}
