import type { SeededRandom } from '../../seeded-random.ts';

/** Inputs of one shape: made at random, and made simpler when one broke a law. */
export interface Inputs<T> {
  draw(random: SeededRandom): T;
  /** Simpler inputs, the simplest first; none when it cannot be simpler. */
  simpler(value: T): readonly T[];
}

/** Whole numbers from `least` to `most`; the nearer to `least`, the simpler. */
export function integers(least: number, most: number): Inputs<number> {
  return {
    draw: (random) => least + random.integer(most - least + 1),
    simpler: (value) =>
      value === least ? [] : [...new Set([least, least + Math.floor((value - least) / 2), value - 1])],
  };
}

/** An object of inputs; each of its properties is made simpler by itself. */
export function records<T extends object>(shape: { readonly [K in keyof T]: Inputs<T[K]> }): Inputs<T> {
  const names = Object.keys(shape) as (keyof T)[];
  return {
    draw: (random) => Object.fromEntries(names.map((name) => [name, shape[name].draw(random)])) as T,
    simpler: (value) =>
      names.flatMap((name) => shape[name].simpler(value[name]).map((one) => ({ ...value, [name]: one }))),
  };
}

/** From `least` to `most` items; fewer and simpler ones are simpler. */
export function lists<T>(item: Inputs<T>, least: number, most: number): Inputs<readonly T[]> {
  return {
    draw: (random) =>
      Array.from({ length: least + random.integer(most - least + 1) }, () => item.draw(random)),
    simpler(value) {
      const half = value.slice(0, Math.max(least, Math.ceil(value.length / 2)));
      const fewer = value.length > least ? value.map((_, gone) => value.filter((__, at) => at !== gone)) : [];
      const easier = value.flatMap((one, at) => item.simpler(one).map((simple) => value.with(at, simple)));
      return [...(half.length < value.length ? [half] : []), ...fewer, ...easier];
    },
  };
}
