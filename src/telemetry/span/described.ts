import { wallTime } from '../clock.ts';
import type { Limits } from '../settings/limits.ts';
import type { AttributeValue, SpanKind, TraceContext } from '../telemetry.ts';
import { Gathered } from './attributes.ts';
import type { TimedSpan } from './timed-span.ts';

/** An ended span as plain data. */
export interface DescribedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: TraceContext;
  readonly parent: TraceContext | undefined;
  readonly links: readonly TraceContext[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly events: readonly {
    readonly name: string;
    readonly time: number;
    readonly attributes: Readonly<Record<string, AttributeValue>>;
  }[];
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** Milliseconds since 1970. */
  readonly endTime: number;
  /** `error.type`; absent when it did not fail. */
  readonly failure: string | undefined;
  readonly failureMessage: string | undefined;
  /** Attributes refused or cut for the limits. */
  readonly droppedAttributes: number;
}

/** Makes plain data of an ended span; not for the hot path. */
export function describe(span: TimedSpan, limits: Limits): DescribedSpan {
  const gathered = new Gathered(limits.attributes, limits.length);
  gathered.putAll(span.fixed);
  const { pairs } = span;
  if (pairs !== undefined) {
    for (let at = 0; at < pairs.length; at += 2) gathered.put(String(pairs[at]), pairs[at + 1]);
  }
  if (span.failure !== undefined) gathered.put('error.type', span.failure);
  return {
    name: span.name,
    kind: span.kind,
    context: span.context,
    parent: span.parent,
    links: [...(span.links ?? []), ...(span.moreLinks ?? [])].slice(0, limits.links),
    attributes: gathered.values,
    events: (span.events ?? []).map((event) => {
      const own = new Gathered(limits.attributes, limits.length);
      own.putAll(event.attributes);
      return { name: event.name, time: wallTime(event.time), attributes: own.values };
    }),
    startTime: wallTime(span.startTime),
    endTime: wallTime(span.endTime),
    failure: span.failure,
    failureMessage: span.failureMessage,
    droppedAttributes: span.refused + gathered.dropped,
  };
}
