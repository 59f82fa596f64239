import { wallTime } from '../../clock.ts';
import type { Limits } from '../../settings/limits.ts';
import { describe } from '../../span/described.ts';
import type { TimedSpan } from '../../span/timed-span.ts';
import type { Attributes, AttributeValue, SpanKind, TraceContext } from '../../telemetry.ts';
import { AttributeEncoder, type EncodedAttributes, writeAttribute, writeAttributes } from './attributes.ts';
import { type Deliver, SpanRequest } from './span-request.ts';
import { Writer } from './writer.ts';
import { Writers } from './writers.ts';

const kinds: Readonly<Record<SpanKind, number>> = {
  internal: 1,
  server: 2,
  client: 3,
  producer: 4,
  consumer: 5,
};
const ok = 1;
const failed = 2;
const knowsRemote = 256;
const isRemote = 512;
const attributesField = 9;
const typicalSpan = 512;

/**
 * Encodes `ExportTraceServiceRequest` straight from Remit's spans. What a convention says is encoded once, so a span
 * costs what is its own.
 */
export class SpanEncoder {
  readonly writers = new Writers();
  readonly #resource: Uint8Array;
  readonly #attributes: AttributeEncoder;
  readonly #limits: Limits;

  constructor(resource: Attributes, limits: Limits) {
    const writer = new Writer(typicalSpan);
    writer.tag(1, 2);
    const start = writer.open();
    writeAttributes(writer, 1, resource);
    writer.close(start);
    this.#resource = writer.done();
    this.#attributes = new AttributeEncoder(attributesField, limits);
    this.#limits = limits;
  }

  /** A request to add spans to. */
  request(deliver: Deliver): SpanRequest {
    return new SpanRequest(this, this.#resource, deliver);
  }

  /** Writes one span as a field of its scope. */
  write(writer: Writer, span: TimedSpan): void {
    const { context, parent } = span;
    writer.tag(2, 2);
    const start = writer.open();
    writeIdentity(writer, context);
    if (parent !== undefined) {
      writer.tag(4, 2);
      writer.hex(parent.spanId);
    }
    writer.tag(5, 2);
    writer.text(span.name);
    writer.tag(6, 0);
    writer.varint(kinds[span.kind]);
    writer.tag(7, 1);
    writer.nanoseconds(wallTime(span.startTime));
    writer.tag(8, 1);
    writer.nanoseconds(wallTime(span.endTime));
    this.#attributesOf(writer, span);
    if (span.events !== undefined || span.links !== undefined || span.moreLinks !== undefined) {
      this.#eventsAndLinks(writer, span);
    }
    writeStatus(writer, span);
    writer.longTag(16, 5);
    writer.fixed32((context.sampled ? 1 : 0) | knowsRemote | (parent?.remote === true ? isRemote : 0));
    writer.close(start);
  }

  #attributesOf(writer: Writer, span: TimedSpan): void {
    const fixed = this.#attributes.encode(span.fixed);
    const { pairs } = span;
    let dropped = span.refused + fixed.dropped;
    if (this.#isPlain(span, fixed)) {
      writer.raw(fixed.bytes);
      if (pairs !== undefined) {
        for (let at = 0; at < pairs.length; at += 2) {
          const key = pairs[at] as string;
          const value = pairs[at + 1] as AttributeValue;
          if (!fixed.keys.has(key)) writeAttribute(writer, attributesField, key, this.#cut(value));
        }
      }
      if (span.failure !== undefined) writeAttribute(writer, attributesField, 'error.type', span.failure);
    } else {
      const { attributes, droppedAttributes } = describe(span, this.#limits);
      writeAttributes(writer, attributesField, attributes);
      dropped = droppedAttributes;
    }
    if (dropped > 0) {
      writer.tag(10, 0);
      writer.varint(dropped);
    }
  }

  /** Whether no key occurs with two values and no limit is passed, so that everything can be written as it comes. */
  #isPlain({ pairs, fixed, failure }: TimedSpan, { keys }: EncodedAttributes): boolean {
    const more = (pairs === undefined ? 0 : pairs.length / 2) + (failure === undefined ? 0 : 1);
    if (keys.size + more > this.#limits.attributes) return false;
    if (failure !== undefined && keys.has('error.type')) return false;
    if (pairs === undefined) return true;
    for (let at = 0; at < pairs.length; at += 2) {
      const key = pairs[at] as string;
      if (key === '' || (failure !== undefined && key === 'error.type')) return false;
      if (keys.has(key) && fixed?.[key] !== pairs[at + 1]) return false;
      for (let before = 0; before < at; before += 2) if (pairs[before] === key) return false;
    }
    return true;
  }

  #cut(value: AttributeValue): AttributeValue {
    const { length } = this.#limits;
    if (typeof value === 'string') return value.length > length ? value.slice(0, length) : value;
    return typeof value === 'object' ? value.map((each) => each.slice(0, length)) : value;
  }

  #eventsAndLinks(writer: Writer, span: TimedSpan): void {
    const { events, links } = describe(span, this.#limits);
    for (const { name, time, attributes } of events) {
      writer.tag(11, 2);
      const start = writer.open();
      writer.tag(1, 1);
      writer.nanoseconds(time);
      writer.tag(2, 2);
      writer.text(name);
      writeAttributes(writer, 3, attributes);
      writer.close(start);
    }
    if (span.droppedEvents > 0) {
      writer.tag(12, 0);
      writer.varint(span.droppedEvents);
    }
    for (const link of links) {
      writer.tag(13, 2);
      const start = writer.open();
      writeIdentity(writer, link);
      writer.tag(6, 5);
      writer.fixed32((link.sampled ? 1 : 0) | knowsRemote | (link.remote === true ? isRemote : 0));
      writer.close(start);
    }
  }
}

function writeIdentity(writer: Writer, { traceId, spanId, state }: TraceContext): void {
  writer.tag(1, 2);
  writer.hex(traceId);
  writer.tag(2, 2);
  writer.hex(spanId);
  if (state === undefined) return;
  writer.tag(3, 2);
  writer.text(state);
}

function writeStatus(writer: Writer, { failure, failureMessage, succeeded }: TimedSpan): void {
  if (failure === undefined && !succeeded) return;
  writer.tag(15, 2);
  const start = writer.open();
  if (failureMessage !== undefined) {
    writer.tag(2, 2);
    writer.text(failureMessage);
  }
  writer.tag(3, 0);
  writer.varint(failure === undefined ? ok : failed);
  writer.close(start);
}
