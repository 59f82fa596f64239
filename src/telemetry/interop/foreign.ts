import {
  type Attributes as ApiAttributes,
  isSpanContextValid,
  type SpanContext,
  type TimeInput,
} from '@opentelemetry/api';
import { momentOf } from '../clock.ts';
import { isRecordable } from '../span/attributes.ts';
import type { AttributeValue, TraceContext } from '../telemetry.ts';

/** A context of @opentelemetry/api as Remit's; undefined when it is not valid. */
export function traceContext(context: SpanContext | undefined): TraceContext | undefined {
  if (context === undefined || !isSpanContextValid(context)) return undefined;
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    sampled: (context.traceFlags & 1) === 1,
    state: context.traceState?.serialize(),
    remote: context.isRemote === true,
  };
}

/** A value as Remit records it: lists become lists of text, objects nothing. */
export function attributeValue(value: unknown): AttributeValue | undefined {
  if (isRecordable(value)) return value;
  return Array.isArray(value) ? value.filter((each) => typeof each !== 'object').map(String) : undefined;
}

export function attributesFrom(given: ApiAttributes | undefined): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [key, each] of Object.entries(given ?? {})) {
    const value = attributeValue(each);
    if (value !== undefined) attributes[key] = value;
  }
  return attributes;
}

/** A moment of `performance.now()` from whichever way the API lets one say a time. */
export function momentFrom(time: TimeInput | undefined): number | undefined {
  if (time === undefined) return undefined;
  if (Array.isArray(time)) return momentOf(time[0] * 1000 + time[1] / 1_000_000);
  if (time instanceof Date) return momentOf(time.getTime());
  return time < performance.timeOrigin ? time : momentOf(time);
}
