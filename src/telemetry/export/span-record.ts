import type { SpanContext } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Limits } from '../settings/limits.ts';
import { describe } from '../span/described.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { SpanKind, TraceContext } from '../telemetry.ts';
import { hrTime } from './hr-time.ts';

/** OpenTelemetry's numbers, written here so that the hot path needs no import of its API. */
export const kindNumber: Readonly<Record<SpanKind, number>> = {
  internal: 0,
  server: 1,
  client: 2,
  producer: 3,
  consumer: 4,
};
const statusError = 2;
const statusOk = 1;
const statusUnset = 0;

/** A context as the SDK's exporters read it. */
export function spanContext(context: TraceContext): SpanContext {
  const { state } = context;
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    traceFlags: context.sampled ? 1 : 0,
    isRemote: context.remote === true,
    ...(state === undefined ? {} : { traceState: { ...untouched, serialize: () => state } }),
  };
}

const untouched = {
  get: () => undefined,
  set: () => ({ ...untouched }),
  unset: () => ({ ...untouched }),
  serialize: () => '',
};

/** An ended span as the SDK's exporters read it. */
export function readableSpan(span: TimedSpan, resource: Resource, limits: Limits): ReadableSpan {
  const plain = describe(span, limits);
  const own = spanContext(span.context);
  const startTime = hrTime(plain.startTime);
  const endTime = hrTime(plain.endTime);
  const code = plain.failure !== undefined ? statusError : span.succeeded ? statusOk : statusUnset;
  return {
    name: plain.name,
    kind: kindNumber[plain.kind],
    spanContext: () => own,
    ...(span.parent === undefined ? {} : { parentSpanContext: spanContext(span.parent) }),
    startTime,
    endTime,
    duration: hrTime(plain.endTime - plain.startTime),
    ended: true,
    status: plain.failureMessage === undefined ? { code } : { code, message: plain.failureMessage },
    attributes: plain.attributes as ReadableSpan['attributes'],
    links: plain.links.map((link) => ({ context: spanContext(link) })),
    events: plain.events.map(({ name, time, attributes }) => ({
      name,
      time: hrTime(time),
      attributes: attributes as ReadableSpan['attributes'],
      droppedAttributesCount: 0,
    })),
    resource,
    instrumentationScope: span.scope,
    droppedAttributesCount: plain.droppedAttributes,
    droppedEventsCount: span.droppedEvents,
    droppedLinksCount: 0,
  };
}
