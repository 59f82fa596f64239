import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { boundNames, boundsModule, refuelName } from '../../src/host/rewrite/bounds.ts';
import { boundModule } from '../../src/host/rewrite/module.ts';
import { testComponent } from '../components/index.ts';
import { type Body, moduleOf } from './wasm-module.ts';

const outOfFuel = new Error('out of fuel');

/** Runs the export `run` with this much fuel and these pages; tells how it ended. */
function runBounded(
  bytes: Uint8Array,
  fuel: number,
  pages = 10,
): { value?: unknown; spent: number; refused: boolean } {
  const globals = Object.fromEntries(
    boundNames.map((name) => [name, new WebAssembly.Global({ value: 'i32', mutable: true }, 0)]),
  ) as Record<(typeof boundNames)[number], WebAssembly.Global<'i32'>>;
  globals.fuel.value = fuel;
  globals.pages.value = pages;
  globals.entries.value = 100;
  const refuel = () => {
    throw outOfFuel;
  };
  const { bytes: bounded } = boundModule(bytes);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bounded as BufferSource), {
    [boundsModule]: { ...globals, [refuelName]: refuel },
  });
  const value = (instance.exports['run'] as () => unknown)();
  return { value, spent: fuel - globals.fuel.value, refused: globals.refused.value !== 0 };
}

const runPlain = (bytes: Uint8Array): unknown =>
  (new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource)).exports['run'] as () => unknown)();

/** Bodies that end: arithmetic on two locals and a global, nested blocks, counted loops, calls of a helper. */
const body: fc.Arbitrary<Body> = fc.letrec<{ body: Body }>((tie) => ({
  body: fc.array(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('add' as const), value: fc.integer({ min: -1000, max: 1000 }) }),
      fc.record({ kind: fc.constant('global' as const) }),
      fc.record({ kind: fc.constant('call' as const) }),
      fc.record({ kind: fc.constant('store' as const), value: fc.nat(60_000) }),
      fc.record({ kind: fc.constant('fill' as const), value: fc.nat(500) }),
      fc.record({ kind: fc.constant('grow' as const), value: fc.nat(3) }),
      fc.record({ kind: fc.constant('nops' as const), value: fc.nat(400) }),
      fc.record({ kind: fc.constant('block' as const), body: tie('body') }),
      fc.record({ kind: fc.constant('if' as const), body: tie('body'), otherwise: tie('body') }),
      fc.record({
        kind: fc.constant('loop' as const),
        value: fc.integer({ min: 1, max: 4 }),
        body: tie('body'),
      }),
    ),
    { maxLength: 6 },
  ),
})).body;

describe('a rewritten module', () => {
  test('is valid and computes the same', () => {
    fc.assert(
      fc.property(body, (content) => {
        const bytes = moduleOf(content, 'ends');
        expect(WebAssembly.validate(boundModule(bytes).bytes as BufferSource)).toBe(true);
        expect(runBounded(bytes, 1e9, 100_000).value).toEqual(runPlain(bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('stops when it would loop for ever, whatever the loop does', () => {
    fc.assert(
      fc.property(body, (content) => {
        expect(() => runBounded(moduleOf(content, 'spins'), 10_000)).toThrow(outOfFuel);
      }),
      { numRuns: 150 },
    );
  });

  test('pays at least one unit for each 128 instructions in a row, also past branches', () => {
    for (const count of [0, 1000, 100_000]) {
      const { spent } = runBounded(moduleOf([{ kind: 'nops', value: count }], 'ends'), 1e6);
      expect(spent).toBeGreaterThanOrEqual(count / 128);
      expect(spent).toBeLessThanOrEqual(count / 128 + 10);
    }
    const evading: Body = Array.from({ length: 100 }, () => ({ kind: 'skipped' as const, value: 127 }));
    expect(runBounded(moduleOf(evading, 'ends'), 1e6).spent).toBeGreaterThanOrEqual(95);
  });

  test('grows as far as its budget and not further', () => {
    const grow = (pages: number): Body => [{ kind: 'grow', value: pages }];
    expect(runBounded(moduleOf(grow(3), 'ends'), 1000, 3)).toMatchObject({ refused: false });
    expect(runBounded(moduleOf(grow(4), 'ends'), 1000, 3)).toMatchObject({ refused: true });
    expect(runBounded(moduleOf([...grow(2), ...grow(2)], 'ends'), 1000, 3)).toMatchObject({ refused: true });
  });
});

describe('modules of a real guest', () => {
  let modules: Uint8Array[] = [];

  beforeAll(async () => {
    const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
    const bytes = await readFile(await testComponent('hostile'));
    const { files } = await transpileBytes(bytes, { name: 'guest', instantiation: 'async' });
    modules = Object.entries(files)
      .filter(([name]) => name.endsWith('.wasm'))
      .map(([, content]) => content);
  });

  test('stay valid', () => {
    expect(modules.length).toBeGreaterThan(5);
    for (const module of modules)
      expect(WebAssembly.validate(boundModule(module).bytes as BufferSource)).toBe(true);
  });

  test('mutated, are refused as malformed or rewritten; nothing crashes or hangs', () => {
    const small = modules.filter(({ length }) => length < 10_000);
    fc.assert(
      fc.property(
        fc.nat(small.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1 }),
        (index, changes) => {
          const mutated = Uint8Array.from(small[index] ?? []);
          for (const [at, value] of changes) mutated[at % mutated.length] = value;
          let bounded: Uint8Array;
          try {
            bounded = boundModule(mutated).bytes;
          } catch (thrown) {
            expect((thrown as Error).name).toBe('Malformed');
            return;
          }
          if (WebAssembly.validate(mutated)) {
            expect(WebAssembly.validate(bounded as BufferSource)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what cannot be bounded is refused', () => {
  const withBody = (...code: number[]) => moduleOf([{ kind: 'raw', code }], 'ends');

  test.each([
    ['atomics, which may wait', withBody(0xfe, 0x03, 0x00)],
    ['garbage-collected objects', withBody(0xfb, 0x00, 0x00)],
    ['exceptions', withBody(0x08, 0x00)],
    ['typed references', withBody(0x14, 0x00)],
    ['imports from the bounds themselves', moduleOf([], 'ends', boundsModule)],
  ])('%s', (_, bytes) => {
    expect(() => boundModule(bytes)).toThrow(expect.objectContaining({ name: 'Malformed' }));
  });
});
