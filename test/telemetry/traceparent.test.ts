import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatTraceparent, parseTraceparent } from '../../src/telemetry/index.ts';

const hex = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
    .filter((text) => /[^0]/u.test(text));
const trace = '0af7651916cd43dd8448eb211c80319c';
const span = 'b7ad6b7169203331';

describe('traceparent', () => {
  test('what is formatted is parsed back', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.boolean(), (traceId, spanId, sampled) => {
        expect(parseTraceparent(formatTraceparent({ traceId, spanId, sampled }))).toEqual({
          traceId,
          spanId,
          sampled,
          state: undefined,
          remote: true,
        });
      }),
    );
  });

  test('no text throws, and what is accepted formats to a valid header', () => {
    const near = fc
      .tuple(fc.string({ maxLength: 3 }), hex(32), hex(16), fc.string({ maxLength: 4 }))
      .map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), near, fc.anything()), (text) => {
        const parsed = parseTraceparent(text, text);
        if (parsed !== undefined)
          expect(formatTraceparent(parsed)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/u);
      }),
    );
  });

  test.each([
    ['upper case', `00-${trace.toUpperCase()}-${span}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${span}-01`],
    ['a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['version ff', `ff-${trace}-${span}-01`],
    ['more after version 00', `00-${trace}-${span}-01-more`],
    ['other separators', `00_${trace}_${span}_01`],
    ['no flags', `00-${trace}-${span}`],
    ['flags that are not hex', `00-${trace}-${span}-0x`],
    ['two headers', [`00-${trace}-${span}-01`, `00-${trace}-${span}-01`]],
  ])('is ignored when it has %s', (_what, header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  test('later versions are read as far as they are known, and unknown flags are let be', () => {
    expect(parseTraceparent(`01-${trace}-${span}-03-more`)).toMatchObject({ traceId: trace, sampled: true });
    expect(parseTraceparent(`00-${trace}-${span}-02`)).toMatchObject({ sampled: false });
  });

  test('tracestate is passed on as it came, unless it could not be a header', () => {
    const header = `00-${trace}-${span}-01`;
    expect(parseTraceparent(header, 'a=1,b=2')?.state).toBe('a=1,b=2');
    expect(parseTraceparent(header, 'a=1\r\nset-cookie: x')?.state).toBeUndefined();
    expect(parseTraceparent(header, 'a'.repeat(3000))?.state).toBeUndefined();
    expect(parseTraceparent(header, ['a=1'])?.state).toBeUndefined();
  });
});
