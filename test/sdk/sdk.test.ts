import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sha256, sqlErrorOf, utf8 } from '../../src/sdk/index.ts';

describe('what QuickJS lacks', () => {
  test('utf8 is what TextEncoder makes, also of lone surrogates', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
        ),
        (text) => {
          expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
        },
      ),
    );
  });

  test('sha256 is what OpenSSL makes, at every length around a block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        expect(sha256(message)).toBe(createHash('sha256').update(message).digest('hex'));
      }),
    );
    for (let length = 50; length < 70; length++) {
      const message = new Uint8Array(length);
      expect(sha256(message)).toBe(createHash('sha256').update(message).digest('hex'));
    }
  });

  test("an error is the connector's only when it has one of its cases", () => {
    expect(sqlErrorOf({ payload: { tag: 'missing', val: 'x' } })).toEqual({ tag: 'missing', val: 'x' });
    for (const error of [
      undefined,
      null,
      'x',
      new Error('x'),
      { payload: 'x' },
      { payload: { tag: 'mine' } },
    ]) {
      expect(sqlErrorOf(error)).toBeUndefined();
    }
  });
});
