import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { app, Service, Uses } from '../../src/decorators/index.ts';
import type { Class } from '../../src/interfaces/index.ts';
import { diagnose } from '../../src/scan/index.ts';

const size = 6;

/** Services whose constructors need each other as `needs` says. */
function services(needs: readonly (readonly number[])[]): Class[] {
  const classes = needs.map((_, index) => {
    const made = class {};
    Object.defineProperty(made, 'name', { value: `S${index}` });
    Service()(made);
    return made;
  });
  for (const [index, made] of classes.entries()) {
    for (const [parameter, target] of (needs[index] ?? []).entries()) {
      Uses(classes[target] ?? made)(made, undefined, parameter);
    }
  }
  return classes;
}

/** Whether taking away services without needs, again and again, leaves some. */
function isCircular(needs: readonly (readonly number[])[]): boolean {
  let left = needs.map((_, index) => index);
  for (;;) {
    const next = left.filter((index) => (needs[index] ?? []).some((target) => left.includes(target)));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}

describe('circles of services', () => {
  const graphs = fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  });

  test('are found exactly where there are some, and the path named is one', () => {
    fc.assert(
      fc.property(graphs, (needs) => {
        const { diagnostics } = diagnose(app('circles', { services: services(needs) }));
        const cycles = diagnostics.filter(({ code }) => code === 'RMT1031');
        expect(cycles.length > 0).toBe(isCircular(needs));
        for (const { message } of cycles) {
          const path = message
            .replace(/:.*/, '')
            .split(' → ')
            .map((name) => Number(name.slice(1)));
          expect(path[0]).toBe(path.at(-1));
          for (const [at, from] of path.slice(0, -1).entries()) expect(needs[from]).toContain(path[at + 1]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
