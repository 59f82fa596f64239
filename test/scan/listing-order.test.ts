import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { app, postgres, sqlite } from '../../src/decorators/index.ts';
import type { Class } from '../../src/interfaces/index.ts';
import { diagnose, scan } from '../../src/scan/index.ts';
import { Ordering, Orders, Receipts, Sweeper } from './apps/orders.ts';
import { mistaken } from './apps/mistaken.ts';

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const environments = {
  dev: { resources: [sqlite()] },
  prod: { resources: [postgres({ url: 'postgres://db' }).for(Orders), sqlite().for(Receipts)] },
};

describe('the order in which things are listed', () => {
  test('does not show in the model', () => {
    const expected = JSON.stringify(
      scan(app('orders', { services: [Ordering, Sweeper], environments })).model,
    );
    const listings = fc.record({
      services: shuffled<Class>([Ordering, Sweeper]),
      environments: shuffled(Object.entries(environments)).map(Object.fromEntries),
    });
    fc.assert(
      fc.property(listings, (listing) => {
        expect(JSON.stringify(scan(app('orders', listing)).model)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('does not show in the diagnostics', () => {
    const expected = diagnose(app('orders', { services: mistaken })).diagnostics;
    expect(expected.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(shuffled(mistaken), (services) => {
        expect(diagnose(app('orders', { services })).diagnostics).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
