/** Instructions of a generated function; it has one local and one global, both `i32`. */
export type Body = readonly (
  | { readonly kind: 'add' | 'store' | 'fill' | 'grow' | 'nops' | 'skipped'; readonly value: number }
  | { readonly kind: 'global' | 'call' }
  | { readonly kind: 'block'; readonly body: Body }
  | { readonly kind: 'if'; readonly body: Body; readonly otherwise: Body }
  | { readonly kind: 'loop'; readonly value: number; readonly body: Body }
  | { readonly kind: 'raw'; readonly code: readonly number[] }
)[];

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(Math.floor(value / 128))];
const signed = (value: number): number[] => {
  const low = value & 127;
  const rest = value >> 7;
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...signed(rest)];
};
const constant = (value: number): number[] => [0x41, ...signed(value)];
const name = (text: string): number[] => [...unsigned(text.length), ...Buffer.from(text)];
const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];

const total = 0;
const getTotal = [0x20, total];
const setTotal = [0x21, total];
const addToTotal = (code: readonly number[]): number[] => [...getTotal, ...code, 0x6a, ...setTotal];

/** Local numbers of loop counters follow the depth, so that nested loops do not share one. */
function emit(body: Body, depth: number): number[] {
  return body.flatMap((one): number[] => {
    switch (one.kind) {
      case 'add':
        return addToTotal(constant(one.value));
      case 'global':
        return [...getTotal, 0x24, 0, ...addToTotal([0x23, 0])];
      case 'call':
        return addToTotal([...getTotal, 0x10, 1]);
      case 'store':
        return [
          ...constant(one.value),
          ...getTotal,
          0x36,
          2,
          0,
          ...addToTotal([...constant(one.value), 0x28, 2, 0]),
        ];
      case 'fill':
        return [...constant(100), ...constant(7), ...constant(one.value), 0xfc, 11, 0];
      case 'grow':
        return addToTotal([...constant(one.value), 0x40, 0]);
      case 'nops':
        return Array.from({ length: one.value }, () => 0x01);
      case 'skipped':
        // The instructions run, and a branch then jumps over the place where they would be charged.
        return [
          ...Array.from({ length: one.value - 4 }, () => 0x01),
          0x02,
          0x40,
          ...constant(1),
          0x0d,
          0,
          ...Array.from({ length: 20 }, () => 0x01),
          0x0b,
        ];
      case 'block':
        return [0x02, 0x40, ...emit(one.body, depth), 0x0b];
      case 'if':
        return [
          ...getTotal,
          ...constant(1),
          0x71,
          0x04,
          0x40,
          ...emit(one.body, depth),
          0x05,
          ...emit(one.otherwise, depth),
          0x0b,
        ];
      case 'loop': {
        const counter = [...unsigned(1 + depth)];
        return [
          ...constant(one.value),
          0x21,
          ...counter,
          0x03,
          0x40,
          ...emit(one.body, depth + 1),
          0x20,
          ...counter,
          ...constant(-1),
          0x6a,
          0x22,
          ...counter,
          0x0d,
          0,
          0x0b,
        ];
      }
      case 'raw':
        return [...one.code];
      default:
        return [];
    }
  });
}

/** A module with an export `run`, which ends with a number or repeats its body for ever. */
export function moduleOf(body: Body, how: 'ends' | 'spins', importFrom?: string): Uint8Array {
  const content = emit(body, 0);
  const run = how === 'ends' ? [...content, ...getTotal] : [0x03, 0x40, ...content, 0x0c, 0, 0x0b, 0x00];
  const code = (text: readonly number[], locals: number) => {
    const all = [1, ...unsigned(locals), 0x7f, ...text, 0x0b];
    return [...unsigned(all.length), ...all];
  };
  const imports =
    importFrom === undefined ? [] : section(2, vector([[...name(importFrom), ...name('fuel'), 3, 0x7f, 1]]));
  return Uint8Array.from([
    ...header,
    ...section(
      1,
      vector([
        [0x60, 0, 1, 0x7f],
        [0x60, 1, 0x7f, 1, 0x7f],
      ]),
    ),
    ...imports,
    ...section(3, vector([[0], [1]])),
    ...section(5, vector([[1, 1, 100]])),
    ...section(6, vector([[0x7f, 1, ...constant(5), 0x0b]])),
    ...section(7, vector([[...name('run'), 0, 0]])),
    ...section(10, vector([code(run, 40), code([0x20, 0, ...constant(3), 0x6c], 1)])),
  ]);
}
