import type { Inputs } from './input.ts';

/** Bytes of a length between the two; fewer of them are simpler, zeros simpler still. */
export function bytes(least: number, most: number): Inputs<Uint8Array> {
  return {
    draw: (random) => random.bytes(least + random.integer(most - least + 1)),
    simpler(value) {
      const shorter =
        value.length > least ? [value.slice(0, least), value.slice(0, (least + value.length) >> 1)] : [];
      return value.some((byte) => byte !== 0) ? [...shorter, new Uint8Array(value.length)] : shorter;
    },
  };
}
