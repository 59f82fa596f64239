import type { Inputs } from './input.ts';

/** Characters that stores take for something else: patterns, quotes, paths, other cases, marks, beyond 16 bits. */
const characters = [...'abcXYZ019 _%*?.-/\\\'"`$;:,\u{e9}e\u{301}\u{df}\u{130}\u{65e5}\u{1f600}\u{10ffff}\t'];

/** Text of up to `most` characters, odd ones among them. */
export function texts(most = 24): Inputs<string> {
  return {
    draw: (random) =>
      Array.from(
        { length: random.integer(most + 1) },
        () => characters[random.integer(characters.length)],
      ).join(''),
    simpler(value) {
      const points = [...value];
      if (points.length === 0) return [];
      const fewer = points.map((_, gone) => points.filter((__, at) => at !== gone).join(''));
      return [...new Set(['', points.slice(0, points.length >> 1).join(''), ...fewer])];
    },
  };
}
