import { expect, test } from '@jest/globals';
import type { Clock, Logger } from 'remit';
import { OrderPlaced } from '../../examples/orders/events.ts';
import { Ordering } from '../../examples/orders/ordering.ts';
import { Bookkeeping } from '../../examples/orders/receipts.ts';
import type { Order, OrderAges, OrderBook, ReceiptWriter } from '../../examples/orders/resources.ts';

const now = new Date('2026-11-23T12:00:00Z');
const clock: Clock = { now: () => now };

/** As many logger methods as the example calls. */
function listener(): { readonly logger: Logger; readonly lines: unknown[] } {
  const lines: unknown[] = [];
  const logger = { info: (message: string, attributes: object) => lines.push([message, attributes]) };
  return { logger: logger as unknown as Logger, lines };
}

/** Orders in pages of two, behind the operations that the sweep asks for. */
function ages(orders: Map<string, Order>): OrderAges {
  const operations = {
    async list(after?: string) {
      const all = [...orders.keys()].toSorted();
      const keys = all.filter((key) => after === undefined || key > after).slice(0, 2);
      const next = keys.at(-1);
      return next === undefined || next === all.at(-1) ? { keys } : { keys, next };
    },
    getMany: async (keys: readonly string[]) => keys.map((key) => orders.get(key)),
    delete: async (key: string) => void orders.delete(key),
  };
  return operations as unknown as OrderAges;
}

test('the sweep deletes what is older than thirty days, on every page', async () => {
  const placed: Record<string, string> = {
    a: '2026-10-24T11:59:59.999Z',
    b: '2026-10-24T12:00:00.000Z',
    c: '2020-01-01T00:00:00.000Z',
    d: '2026-11-23T11:00:00.000Z',
    e: '2026-01-01T00:00:00.000Z',
  };
  const orders = new Map(Object.entries(placed).map(([id, placedAt]) => [id, { id, quantity: 1, placedAt }]));
  const { logger, lines } = listener();
  await new Ordering({} as OrderBook).sweep(ages(orders), clock, logger);
  expect([...orders.keys()]).toEqual(['b', 'd']);
  expect(lines).toEqual([['swept old orders', { swept: 3 }]]);
});

test('an order is stored with its time and answered with the fact', async () => {
  const stored: unknown[] = [];
  const book = { set: async (...entry: readonly unknown[]) => void stored.push(entry) };
  const reply = await new Ordering(book as unknown as OrderBook).place({ id: 'x', quantity: 2 }, clock);
  expect(reply).toEqual(new OrderPlaced('x', 2));
  expect(stored).toEqual([['x', { id: 'x', quantity: 2, placedAt: now.toISOString() }]]);
});

test('a receipt names the order and the quantity', async () => {
  const written: unknown[] = [];
  const writer = { write: async (...entry: readonly unknown[]) => void written.push(entry) };
  await new Bookkeeping().receipt(new OrderPlaced('x', 2), writer as unknown as ReceiptWriter);
  expect(written).toEqual([['x.txt', 'Order x: 2 pieces\n']]);
});
