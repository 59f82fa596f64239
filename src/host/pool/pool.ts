import type { Instance, Operation, Pool, PoolOptions, PoolStatistics } from '../component.ts';
import { RemitError } from '../../errors/index.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Compiled } from './compiled.ts';
import { Deadlines } from './deadlines.ts';
import { fault, isFault, kindOf } from './fault.ts';
import type { FaultKind } from './fault-kind.ts';
import { Queue, type Waiter } from './queue.ts';
import { Slot } from './slot.ts';

/** Generated code may come from another realm, where `instanceof` fails. */
function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return (
    typeof value === 'object' && value !== null && typeof (value as Partial<Promise<T>>).then === 'function'
  );
}

/** Grows to its limit as calls need it; every fault costs the instance it happened in and nothing else. */
export class InstancePool implements Pool {
  readonly #compiled: Compiled;
  readonly #options: PoolOptions;
  readonly #sandbox: Sandbox;
  readonly #idle: Slot[] = [];
  readonly #queue: Queue<Slot>;
  readonly #deadlines: Deadlines;
  #instances = 0;
  #discarded = 0;
  #closing: PromiseWithResolvers<void> | undefined;

  constructor(compiled: Compiled, sandbox: Sandbox, options: PoolOptions) {
    this.#compiled = compiled;
    this.#options = options;
    this.#sandbox = sandbox;
    this.#queue = new Queue(options.limits.queue, options.limits.deadline);
    this.#deadlines = new Deadlines(options.limits.deadline);
  }

  use<T>(operation: Operation, work: (instance: Instance) => T | Promise<T>): Promise<T> {
    const slot = this.#idle.pop();
    return slot === undefined ? this.#useLater(operation, work) : this.#run(slot, operation, work);
  }

  statistics(): PoolStatistics {
    return {
      instances: this.#instances,
      busy: this.#instances - this.#idle.length,
      waiting: this.#queue.length,
      discarded: this.#discarded,
    };
  }

  close(): Promise<void> {
    if (this.#closing === undefined) {
      this.#closing = Promise.withResolvers();
      for (const slot of this.#idle.splice(0)) this.#drop(slot);
      this.#finishClosing();
    }
    return this.#closing.promise;
  }

  async #useLater<T>(operation: Operation, work: (instance: Instance) => T | Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw this.#closed(operation);
    if (this.#takePlace()) return this.#run(this.#start(), operation, work);
    const slot = await this.#queue.wait(operation, () => this.#overload(operation));
    return this.#run(slot, operation, work);
  }

  #takePlace(): boolean {
    if (this.#instances >= this.#options.limits.instances) return false;
    this.#instances++;
    return true;
  }

  /** Fills a place that was taken, or gives it back. */
  #start(): Slot {
    const slot = new Slot(this.#options.limits);
    try {
      const granted = this.#options.imports(slot);
      slot.start(this.#compiled, this.#sandbox.link(slot, granted, slot.output));
      return slot;
    } catch (thrown) {
      this.#discard(slot);
      if (thrown instanceof RemitError) throw thrown;
      throw fault(this.#compiled.name, undefined, kindOf(thrown, slot.bounds), slot.output.text, thrown);
    }
  }

  /** Whoever waits longest gets the place of an instance that is gone. */
  #replace({ resolve, reject }: Waiter<Slot>): void {
    try {
      resolve(this.#start());
    } catch (thrown) {
      reject(thrown);
    }
  }

  #run<T>(slot: Slot, operation: Operation, work: (instance: Instance) => T | Promise<T>): Promise<T> {
    slot.begin(operation);
    let result: T | Promise<T>;
    try {
      result = work(slot);
    } catch (thrown) {
      return Promise.reject(this.#settleThrown(slot, operation, thrown));
    }
    if (isPromise(result)) return this.#settleLater(slot, operation, result);
    this.#release(slot);
    return Promise.resolve(result);
  }

  #settleLater<T>(slot: Slot, operation: Operation, result: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#deadlines.watch(slot, () => {
        reject(this.#fail(slot, operation, 'deadline'));
      });
      const inTime = () => this.#deadlines.unwatch(slot);
      result.then(
        (value) => (inTime() ? resolve(this.#answered(slot, value)) : undefined),
        (thrown: unknown) => (inTime() ? reject(this.#settleThrown(slot, operation, thrown)) : undefined),
      );
    });
  }

  #answered<T>(slot: Slot, value: T): T {
    this.#release(slot);
    return value;
  }

  #settleThrown(slot: Slot, operation: Operation, thrown: unknown): unknown {
    if (!isFault(thrown)) {
      slot.bounds.forgive();
      this.#release(slot);
      return thrown;
    }
    if (!(thrown instanceof RemitError))
      return this.#fail(slot, operation, kindOf(thrown, slot.bounds), thrown);
    this.#discard(slot);
    return thrown;
  }

  #fail(slot: Slot, operation: Operation, kind: FaultKind, cause?: unknown): RemitError {
    this.#discard(slot);
    return fault(this.#compiled.name, operation, kind, slot.output.text, cause);
  }

  #release(slot: Slot): void {
    if (this.#options.spent) this.#measure(slot);
    slot.end();
    const waiter = this.#queue.take();
    if (waiter !== undefined) waiter.resolve(slot);
    else if (this.#closing === undefined) this.#idle.push(slot);
    else this.#drop(slot);
  }

  #discard(slot: Slot): void {
    this.#discarded++;
    if (this.#options.spent) this.#measure(slot);
    this.#drop(slot);
    if (this.#queue.length === 0 || !this.#takePlace()) return;
    const waiter = this.#queue.take();
    if (waiter !== undefined) queueMicrotask(() => this.#replace(waiter));
  }

  #measure({ operation, bounds }: Slot): void {
    if (operation) this.#options.spent?.(operation, bounds.usage);
  }

  #drop(slot: Slot): void {
    slot.discard();
    this.#instances--;
    this.#finishClosing();
  }

  #finishClosing(): void {
    if (this.#closing !== undefined && this.#instances === 0 && this.#queue.length === 0)
      this.#closing.resolve();
  }

  #closed(operation: Operation): RemitError {
    const { name } = this.#compiled;
    return new RemitError(
      'RMT2020',
      `Plugin ${name} is closed; ${operation.operation} on ${operation.resource} was refused`,
    );
  }

  #overload(operation: Operation): RemitError {
    const { name } = this.#compiled;
    const { instances, queue } = this.#options.limits;
    return new RemitError(
      'RMT2021',
      `Plugin ${name} is overloaded: all ${instances} instances are busy and up to ${queue} calls may wait; ` +
        `${operation.operation} on ${operation.resource} was refused`,
      {
        details: {
          plugin: name,
          resource: operation.resource,
          operation: operation.operation,
          instances,
          queue,
        },
      },
    );
  }
}
