import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { TextDecoder as Decoder, TextEncoder as Encoder } from '../../src/sdk/index.ts';

const damaged = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        0x00,
        0x41,
        0x7f,
        0x80,
        0xbf,
        0xc0,
        0xc1,
        0xc2,
        0xdf,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
        0xff,
      ),
      fc.constantFrom(0x9f, 0xa0, 0x8f, 0x90, 0xbb, 0xbf),
      fc.nat(255),
    ),
    { maxLength: 12 },
  )
  .map((bytes) => Uint8Array.from(bytes));

test('texts are encoded as everywhere, lone surrogates too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...new Encoder().encode(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
    { numRuns: 500, examples: [['\u{d800}'], ['a\u{dfff}b'], ['']] },
  );
});

test('bytes are decoded as everywhere, whatever they are', () => {
  fc.assert(
    fc.property(damaged, fc.boolean(), (bytes, ignoreBOM) => {
      expect(new Decoder('utf-8', { ignoreBOM }).decode(bytes)).toBe(
        new TextDecoder('utf-8', { ignoreBOM }).decode(bytes),
      );
    }),
    { numRuns: 5000, examples: [[Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), false]] },
  );
});

test('a fatal decoder throws a TypeError just where others do', () => {
  const outcome = (work: () => string): string => {
    try {
      return work();
    } catch (error) {
      return (error as Error).name;
    }
  };
  fc.assert(
    fc.property(damaged, (bytes) => {
      expect(outcome(() => new Decoder('utf8', { fatal: true }).decode(bytes))).toBe(
        outcome(() => new TextDecoder('utf8', { fatal: true }).decode(bytes)),
      );
    }),
    { numRuns: 5000 },
  );
});

test('other encodings are refused', () => {
  expect(() => new Decoder('latin1')).toThrow(RangeError);
});
