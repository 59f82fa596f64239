import type { Limits } from '../component.ts';
import { boundNames, boundsModule } from '../rewrite/bounds.ts';
import type { Demand } from '../rewrite/sections.ts';

const pagesPerMebibyte = 16;
const mostFuel = 0x7fff_ffff;
const mostPages = 0x1_0000;
/** Table entries an instance may have; a QuickJS guest takes under 2,000. */
const mostEntries = 100_000;

type Name = (typeof boundNames)[number];

/** The counters that all core modules of one instance share. */
export class Bounds {
  readonly #globals: Readonly<Record<Name, WebAssembly.Global<'i32'>>>;
  readonly #fuelPerCall: number;
  readonly #fuel: WebAssembly.Global<'i32'>;
  /** What core modules import. */
  readonly imports: Readonly<Record<string, WebAssembly.ModuleImports>>;

  constructor(limits: Limits) {
    const global = () => new WebAssembly.Global({ value: 'i32', mutable: true }, 0);
    this.#globals = {
      fuel: global(),
      pages: global(),
      entries: global(),
      request: global(),
      outcome: global(),
      refused: global(),
    };
    this.#fuel = this.#globals.fuel;
    this.#fuelPerCall = Math.max(1, Math.min(mostFuel, Math.floor(limits.fuel)));
    this.#globals.pages.value = Math.min(mostPages, Math.floor(limits.memory * pagesPerMebibyte));
    this.#globals.entries.value = mostEntries;
    this.imports = { [boundsModule]: this.#globals };
    this.refill();
  }

  refill(): void {
    this.#fuel.value = this.#fuelPerCall;
  }

  /** Whatever still runs in the instance traps at its next step. */
  drain(): void {
    this.#fuel.value = -1;
  }

  /** Takes what a module has from its start. False when the budget is too small. */
  book(demand: Readonly<Demand>): boolean {
    const { pages, entries, refused } = this.#globals;
    if (demand.pages > pages.value || demand.entries > entries.value) {
      refused.value = 1;
      return false;
    }
    pages.value -= demand.pages;
    entries.value -= demand.entries;
    return true;
  }

  /** A guest that went on after a refused growth dealt with it. */
  forgive(): void {
    this.#globals.refused.value = 0;
  }

  get spent(): boolean {
    return this.#fuel.value < 0;
  }

  get refused(): boolean {
    return this.#globals.refused.value !== 0;
  }
}
