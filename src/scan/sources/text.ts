import type { Position } from './file-facts.ts';

/** A source text that knows the line and column of an offset. */
export interface SourceText {
  readonly text: string;
  at(offset: number): Position;
  slice(node: { readonly start: number; readonly end: number }): string;
}

export function sourceText(text: string): SourceText {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(found.index + found[0].length);
  return {
    text,
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - starts[low]! + 1 };
    },
    slice: ({ start, end }) => text.slice(start, end),
  };
}
