import { Malformed } from '../binary/malformed.ts';
import type { Type } from './type.ts';

/** The kinds of things with index spaces of their own that contracts need. */
export const sort = { core: 0, function: 1, value: 2, type: 3, component: 4, instance: 5 } as const;

const mostItems = 100_000;

/** The index spaces of one component, component type or instance type. */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #spaces = new Map<number, (Type | undefined)[]>();
  readonly imports = new Map<string, Type | undefined>();
  readonly exports = new Map<string, Type | undefined>();
  readonly depth: number;

  constructor(parent: Scope | undefined) {
    this.#parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    if (this.depth > 32) throw new Malformed('is nested too deeply');
  }

  add(space: number, type: Type | undefined): void {
    const items = this.#space(space);
    if (items.length >= mostItems) throw new Malformed('has too many items');
    items.push(type);
  }

  /** `undefined` for what is there but not understood, such as functions made by unknown instructions. */
  get(space: number, index: number): Type | undefined {
    const items = this.#space(space);
    if (index >= items.length && space !== sort.function)
      throw new Malformed('refers to something it does not have');
    return items[index];
  }

  /** The scope so many levels outside of this one. */
  outer(levels: number): Scope {
    if (levels === 0) return this;
    if (this.#parent === undefined) throw new Malformed('refers to something it does not have');
    return this.#parent.outer(levels - 1);
  }

  #space(space: number): (Type | undefined)[] {
    let items = this.#spaces.get(space);
    if (items === undefined) this.#spaces.set(space, (items = []));
    return items;
  }
}
