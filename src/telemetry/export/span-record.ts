import { type SpanContext, SpanKind as SdkKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Limits } from '../settings/limits.ts';
import { describe } from '../span/described.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { SpanKind, TraceContext } from '../telemetry.ts';
import { hrTime } from './hr-time.ts';

const kinds: Readonly<Record<SpanKind, SdkKind>> = {
  internal: SdkKind.INTERNAL,
  server: SdkKind.SERVER,
  client: SdkKind.CLIENT,
  producer: SdkKind.PRODUCER,
  consumer: SdkKind.CONSUMER,
};

/** A context as the SDK's exporters read it. */
export function spanContext(context: TraceContext): SpanContext {
  const { state } = context;
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    traceFlags: context.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
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
  const quiet = span.succeeded ? SpanStatusCode.OK : SpanStatusCode.UNSET;
  const code = plain.failure === undefined ? quiet : SpanStatusCode.ERROR;
  return {
    name: plain.name,
    kind: kinds[plain.kind],
    spanContext: () => own,
    ...(span.parent === undefined ? {} : { parentSpanContext: spanContext(span.parent) }),
    startTime,
    endTime,
    duration: hrTime(plain.endTime - plain.startTime),
    ended: true,
    status: plain.failureMessage === undefined ? { code } : { code, message: plain.failureMessage },
    attributes: plain.attributes,
    links: plain.links.map((link) => ({ context: spanContext(link) })),
    events: plain.events.map(({ name, time, attributes }) => ({
      name,
      time: hrTime(time),
      attributes,
      droppedAttributesCount: 0,
    })),
    resource,
    instrumentationScope: span.scope,
    droppedAttributesCount: plain.droppedAttributes,
    droppedEventsCount: span.droppedEvents,
    droppedLinksCount: 0,
  };
}
