import type { Limits, Usage } from '../component.ts';
import { boundsModule, refuelName } from '../rewrite/bounds.ts';
import type { Demand } from '../rewrite/sections.ts';
import type { FaultKind } from './fault-kind.ts';

const pagesPerMebibyte = 16;
const bytesPerMebibyte = 1_048_576;
/** A call may copy out as much as the whole memory, and once more for what is counted generously. */
const liftsOfMemory = 2;
const mostPages = 0x1_0000;
/** Table entries an instance may have; a QuickJS guest takes under 2,000. */
const mostEntries = 100_000;
/** Fuel handed out at once, a fraction of a millisecond's worth: how often the clock is looked at. */
const slice = 100_000;

/** What the core modules of one instance may still use. */
export class Bounds {
  readonly #fuel = counter();
  readonly #pages = counter();
  readonly #entries = counter();
  readonly #refused = counter();
  readonly #fuelPerCall: number;
  readonly #milliseconds: number;
  readonly #mostLifted: number;
  readonly #mostPages: number;
  #lifted = 0;
  #reserve = 0;
  #deadline = 0;
  /** The bound that ended the running call. */
  exhausted: FaultKind | undefined = undefined;
  /** What core modules import. */
  readonly imports: Readonly<Record<string, WebAssembly.ModuleImports>>;

  constructor(limits: Limits) {
    this.#fuelPerCall = Math.max(1, Math.floor(limits.fuel));
    this.#milliseconds = limits.deadline;
    this.#mostLifted = limits.memory * bytesPerMebibyte * liftsOfMemory;
    this.#mostPages = Math.min(mostPages, Math.floor(limits.memory * pagesPerMebibyte));
    this.#pages.value = this.#mostPages;
    this.#entries.value = mostEntries;
    const shared = {
      [refuelName]: () => this.#refuel(),
      fuel: this.#fuel,
      pages: this.#pages,
      entries: this.#entries,
      request: counter(),
      outcome: counter(),
      refused: this.#refused,
    };
    this.imports = { [boundsModule]: shared };
    this.refill();
  }

  /** The fuel and the time of one call. */
  refill(): void {
    const first = Math.min(slice, this.#fuelPerCall);
    this.#fuel.value = first;
    this.#reserve = this.#fuelPerCall - first;
    this.#deadline = 0;
    this.#lifted = 0;
  }

  /** What the running call took so far. */
  get usage(): Usage {
    const left = this.#reserve + this.#fuel.value;
    return {
      fuel: Math.min(this.#fuelPerCall, this.#fuelPerCall - left),
      memory: (this.#mostPages - this.#pages.value) / pagesPerMebibyte,
    };
  }

  /** Whatever still runs in the instance ends at its next step. */
  drain(): void {
    this.#fuel.value = -1;
    this.#reserve = Number.NEGATIVE_INFINITY;
  }

  /** Books bytes copied out of the guest. */
  lift(length: number): number {
    this.#lifted += length;
    if (this.#lifted > this.#mostLifted) throw this.#exhaust('memory');
    return length;
  }

  /** Takes what a module has from its start. False when the budget is too small. */
  book(demand: Readonly<Demand>): boolean {
    if (demand.pages > this.#pages.value || demand.entries > this.#entries.value) {
      this.#refused.value = 1;
      return false;
    }
    this.#pages.value -= demand.pages;
    this.#entries.value -= demand.entries;
    return true;
  }

  /** A growth was refused and nothing shows yet that the guest dealt with it. */
  get refused(): boolean {
    return this.#refused.value !== 0;
  }

  /** A guest that answers after a refused growth dealt with it. */
  forgive(): void {
    this.#refused.value = 0;
  }

  #refuel(): void {
    const left = this.#reserve + this.#fuel.value;
    if (left < 0) throw this.#exhaust('fuel');
    // The clock starts late, with the second slice, so that short calls never read it.
    const now = performance.now();
    if (this.#deadline === 0) this.#deadline = now + this.#milliseconds;
    else if (now > this.#deadline) throw this.#exhaust('deadline');
    const next = Math.min(slice, left);
    this.#fuel.value = next;
    this.#reserve = left - next;
  }

  #exhaust(kind: FaultKind): Error {
    this.exhausted = kind;
    return new WebAssembly.RuntimeError(`out of ${kind}`);
  }
}

function counter(): WebAssembly.Global<'i32'> {
  return new WebAssembly.Global({ value: 'i32', mutable: true }, 0);
}
