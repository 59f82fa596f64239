import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import * as fc from 'fast-check';
import protobuf from 'protobufjs';
import { resourceFrom } from '../../src/telemetry/export/origin.ts';
import { SpanEncoder } from '../../src/telemetry/export/protobuf/spans.ts';
import { readableSpan } from '../../src/telemetry/export/span-record.ts';
import { TimedSpan } from '../../src/telemetry/span/timed-span.ts';
import type { AttributeValue, SpanKind } from '../../src/telemetry/index.ts';

const limits = { attributes: 6, length: 100, events: 2, links: 2 };
const resource = { 'service.name': 'orders', 'process.pid': 1 };
const scopes = [{ name: 'remit', version: '1.0.0' }, { name: 'payments' }];
const owner = { failed: () => undefined, ended: () => undefined };
const type = protobuf
  .loadSync(fileURLToPath(new URL('receiver/otlp.proto', import.meta.url)))
  .lookupType('TracesRequest');

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const context = fc.record({
  traceId: hex(32),
  spanId: hex(16),
  sampled: fc.constant(true),
  state: fc.option(fc.constant('vendor=1'), { nil: undefined }),
  remote: fc.boolean(),
});
const text = fc.oneof(fc.string({ maxLength: 150 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  text,
  fc.integer(),
  // An integer beyond 2^53 is a double to Remit: its last digits mean nothing.
  fc.double({ noNaN: true }).filter((number) => Number.isSafeInteger(number) || !Number.isInteger(number)),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.array(text, { maxLength: 3 }),
  fc.constant({ refused: true } as never),
);
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'error.type', 'constructor', ''),
  fc.string({ maxLength: 5 }),
);
const attributes = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });
const description = fc.record({
  name: text,
  kind: fc.constantFrom<SpanKind[]>('internal', 'server', 'client', 'producer', 'consumer'),
  context,
  parent: fc.option(context, { nil: undefined }),
  links: fc.option(fc.array(context, { maxLength: 3 }), { nil: undefined }),
  fixed: fc.option(fc.oneof(attributes, attributes.map(Object.freeze)), { nil: undefined }),
  scope: fc.constantFrom(...scopes),
  set: fc.array(fc.tuple(key, value), { maxLength: 5 }),
  event: fc.option(attributes, { nil: undefined }),
  error: fc.option(text, { nil: undefined }),
  start: fc.double({ min: 0, max: 1e12, noNaN: true }),
});

function spanFrom(each: typeof description extends fc.Arbitrary<infer D> ? D : never): TimedSpan {
  const span = new TimedSpan(
    each.name,
    each.kind,
    each.context,
    each.parent,
    each.links,
    each.fixed,
    each.scope,
    owner,
    limits,
  );
  span.startTime = each.start;
  for (const [name, given] of each.set) span.set(name, given);
  if (each.event !== undefined) span.event('happened', each.event);
  if (each.error !== undefined) span.fail(new TypeError(each.error));
  span.end(each.start + 1.25);
  return span;
}

function encoded(encoder: SpanEncoder, spans: readonly TimedSpan[]): Uint8Array {
  const request = encoder.request(() => Promise.resolve());
  for (const span of spans) request.add(span);
  return request.done();
}

/** The request as data; attributes in any order, and what is absent as if it were the default. */
function decoded(bytes: Uint8Array | undefined): unknown {
  const plain: unknown = type.toObject(type.decode(bytes ?? new Uint8Array(0)), {
    longs: String,
    bytes: String,
    defaults: true,
    arrays: true,
  });
  return JSON.parse(JSON.stringify(plain), (name, each: unknown) => {
    if (name === 'status' && (each as { code: number } | null)?.code === 0) return null;
    if (name !== 'attributes') return each;
    return (each as { key: string }[]).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }) as unknown;
}

describe('spans as protobuf', () => {
  test('are what the OpenTelemetry SDK would have written', () => {
    const encoder = new SpanEncoder(resource, limits);
    const sdkResource = resourceFrom(resource);
    fc.assert(
      fc.property(fc.array(description, { minLength: 1, maxLength: 5 }), (descriptions) => {
        const spans = descriptions.map(spanFrom);
        const readable = spans.map((span) => readableSpan(span, sdkResource, limits));
        expect(decoded(encoded(encoder, spans))).toEqual(
          decoded(ProtobufTraceSerializer.serializeRequest(readable)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('grow beyond the first buffer', () => {
    const encoder = new SpanEncoder(resource, { ...limits, length: 1_000_000 });
    const span = spanFrom({
      name: 'long',
      kind: 'internal',
      context: {
        traceId: 'a'.repeat(32),
        spanId: 'b'.repeat(16),
        sampled: true,
        state: undefined,
        remote: false,
      },
      parent: undefined,
      links: undefined,
      fixed: undefined,
      scope: { name: 'remit' },
      set: [['a', 'ü'.repeat(400_000)]],
      event: undefined,
      error: undefined,
      start: 0,
    });
    expect(JSON.stringify(decoded(encoded(encoder, [span])))).toContain('ü'.repeat(400_000));
  });

  test('that cannot be written leave those beside them as they are', () => {
    const encoder = new SpanEncoder(resource, limits);
    const scope = { name: 'remit' };
    const own = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
    const named = (name: string): TimedSpan =>
      new TimedSpan(name, 'internal', own, undefined, undefined, undefined, scope, owner, limits);
    const request = encoder.request(() => Promise.resolve());
    const [first, broken, last] = ['first', undefined as never, 'last'].map(named) as [
      TimedSpan,
      TimedSpan,
      TimedSpan,
    ];
    request.add(first);
    expect(() => request.add(broken)).toThrow(TypeError);
    request.add(last);
    expect(request).toHaveLength(2);
    expect(decoded(request.done())).toEqual(decoded(encoded(encoder, [first, last])));
  });
});
