import { expect, test } from '@jest/globals';
import { Call } from '../../../src/host/stores/call.ts';
import { callError } from '../../../src/host/stores/wit-error.ts';

const call = new Call('keyValue', 'orders', 'get', 'wasi:keyvalue/store.get');
const messageOf = (said: string): string =>
  callError('mine', call, undefined, { tag: 'other', val: said }).message;

test('what a plugin says is passed on', () => {
  expect(messageOf('the shelf is empty')).toBe(
    'get on orders: the plugin mine reported: the shelf is empty.',
  );
});

test('what a plugin says is one line that cannot steer a terminal or forge another line', () => {
  expect(messageOf('a\n\u001b[31mRMT0000\r\u2028b')).toBe(
    'get on orders: the plugin mine reported: a [31mRMT0000 b.',
  );
});

test('what a plugin says is bounded', () => {
  expect(messageOf('x'.repeat(1_000_000)).length).toBeLessThan(600);
});
