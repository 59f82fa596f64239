import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeTemporary, started, type Started } from './harness.ts';
import { papers, Shop } from './shop.ts';

describe('a handler that is called directly', () => {
  let shop: Started;

  beforeEach(async () => {
    papers.length = 0;
    shop = await started([Shop]);
  });

  afterEach(async () => {
    await shop.running.close();
    removeTemporary();
  });

  test('answers with its reply as plain data and the status of its class', async () => {
    expect(await shop.call('Shop.stock', { name: 'tea', left: 2 })).toEqual({
      event: 'Stocked',
      body: { name: 'tea' },
    });
    expect(await shop.call('Shop.look', { name: 'tea' })).toEqual({
      event: 'Found',
      body: { name: 'tea', left: 2 },
    });
    expect(await shop.call('Shop.look', { name: 'ink' })).toEqual({
      event: 'Missing',
      body: { name: 'ink' },
      status: 404,
    });
  });
});
