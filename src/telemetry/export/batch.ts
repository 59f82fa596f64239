import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueueSettings } from '../settings/queue.ts';
import type { Load } from './load.ts';

/** Requests on their way at once; a receiver slower than that fills the queue. */
const mostInFlight = 4;

/** What becomes of items: `open` makes what takes a request's worth of them, `lost` hears of those that never arrived. */
export interface BatchEnds<T> {
  readonly open: () => Load<T>;
  readonly lost: (
    count: number,
    reason: 'queue_full' | 'export_failed' | 'shutdown',
    error?: unknown,
  ) => void;
}

/** A bounded queue that hands on its items in batches, off the path of whoever adds them. */
export class Batch<T> {
  readonly #settings: QueueSettings;
  readonly #ends: BatchEnds<T>;
  #filling: Load<T> | undefined;
  readonly #full: Load<T>[] = [];
  #waiting = 0;
  #sending = 0;
  readonly #inFlight = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  /** Exports belong to no event, whichever filled the queue. */
  readonly #outside = AsyncLocalStorage.snapshot();
  #woken = false;
  #closed = false;

  constructor(settings: QueueSettings, ends: BatchEnds<T>) {
    this.#settings = settings;
    this.#ends = ends;
  }

  add(item: T): void {
    if (this.#closed || this.#waiting >= this.#settings.capacity) {
      this.#ends.lost(1, this.#closed ? 'shutdown' : 'queue_full');
      return;
    }
    this.#filling ??= this.#ends.open();
    try {
      this.#filling.add(item);
    } catch (error) {
      this.#ends.lost(1, 'export_failed', error);
      return;
    }
    this.#waiting += 1;
    if (this.#filling.length >= this.#settings.batch) {
      this.#roll();
      this.#wake();
    } else if (this.#timer === undefined) {
      this.#timer = setTimeout(this.#due, this.#settings.delay);
      this.#timer.unref();
    }
  }

  /** Resolves when everything that waits was handed on or lost. */
  async flush(): Promise<void> {
    this.#roll();
    while (this.#full.length > 0 || this.#inFlight.size > 0) {
      while (this.#full.length > 0 && this.#inFlight.size < mostInFlight) this.#send();
      await Promise.race(this.#inFlight);
    }
  }

  /** Takes no more; what still waits or is on its way is given up. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    const left = this.#waiting + this.#sending;
    this.#full.length = 0;
    this.#filling = undefined;
    this.#waiting = 0;
    if (left > 0) this.#ends.lost(left, 'shutdown');
  }

  readonly #due = (): void => {
    this.#roll();
    this.#wake();
  };

  readonly #pump = (): void => {
    this.#woken = false;
    if (this.#full.length === 0 || this.#inFlight.size >= mostInFlight) return;
    this.#outside(() => this.#send());
    this.#wake();
  };

  #roll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#filling === undefined) return;
    if (this.#filling.length > 0) this.#full.push(this.#filling);
    this.#filling = undefined;
  }

  /** One batch a turn of the loop, so that a long queue does not hold up the application. */
  #wake(): void {
    if (this.#woken || this.#full.length === 0) return;
    this.#woken = true;
    setImmediate(this.#pump);
  }

  #send(): void {
    const load = this.#full.shift() as Load<T>;
    this.#waiting -= load.length;
    this.#sending += load.length;
    const request = this.#deliver(load).finally(() => {
      this.#sending -= load.length;
      this.#inFlight.delete(request);
      this.#wake();
    });
    this.#inFlight.add(request);
  }

  async #deliver(load: Load<T>): Promise<void> {
    try {
      await load.send();
    } catch (error) {
      if (!this.#closed) this.#ends.lost(load.length, 'export_failed', error);
    }
  }
}
