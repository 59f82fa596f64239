import { describe, expect, test } from '@jest/globals';
import {
  asks,
  blobOperations,
  blobs,
  Clock,
  emits,
  injectableOf,
  keyValue,
  keyValueOperations,
  only,
} from '../../src/interfaces/index.ts';

class Order {}
class Placed {}
class Found {}
abstract class Orders extends keyValue('orders', Order) {}
abstract class Book extends only(Orders, 'get', 'set') {}
abstract class Reader extends only(Book, 'get') {}

describe('what an injectable class stands for', () => {
  test('a resource with all its operations', () => {
    expect(injectableOf(Orders)).toEqual({
      kind: 'resource',
      name: 'orders',
      interface: 'keyValue',
      operations: keyValueOperations,
      value: Order,
      unknown: [],
    });
    expect(injectableOf(blobs('files'))).toMatchObject({ interface: 'blobs', operations: blobOperations });
  });

  test('a narrower view, and the wider one it was made of', () => {
    expect(injectableOf(Book)).toMatchObject({ name: 'orders', operations: ['get', 'set'], wider: Orders });
    expect(injectableOf(Reader)).toMatchObject({ name: 'orders', operations: ['get'], wider: Book });
  });

  test('narrowing never widens: what is not there is noted and not granted', () => {
    const hidden = only(Reader, 'set' as 'get', 'get', 'fly' as 'get');
    expect(injectableOf(hidden)).toMatchObject({ operations: ['get'], unknown: ['set', 'fly'] });
    expect(injectableOf(only(hidden, 'set' as 'get'))).toMatchObject({
      operations: [],
      unknown: ['set', 'fly', 'set'],
    });
  });

  test('only() takes nothing but resources', () => {
    const narrow = only as unknown as (token: unknown, operation: string) => unknown;
    for (const token of [Order, emits(Placed), Clock, undefined]) {
      expect(() => narrow(token, 'get')).toThrow(expect.objectContaining({ code: 'RMT1090' }));
    }
  });

  test('rights to emit and to ask, and what is always granted', () => {
    expect(injectableOf(emits(Placed, Found))).toEqual({ kind: 'emits', events: [Placed, Found] });
    expect(injectableOf(asks(Placed, Found))).toEqual({ kind: 'asks', event: Placed, replies: [Found] });
    expect(
      injectableOf(
        class extends Clock {
          now(): Date {
            return new Date(0);
          }
        },
      ),
    ).toEqual({ kind: 'granted', granted: 'clock' });
  });

  test('nothing, for any other value', () => {
    for (const value of [Order, undefined, null, {}, () => undefined])
      expect(injectableOf(value)).toBeUndefined();
  });
});
