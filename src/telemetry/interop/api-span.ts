import {
  type Attributes,
  type AttributeValue,
  type Context,
  type Exception,
  type Link,
  type Span as OpenTelemetrySpan,
  type SpanContext,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
  trace,
} from '@opentelemetry/api';
import { spanContext } from '../export/span-record.ts';
import { TimedSpan } from '../span/timed-span.ts';
import type { Span, Telemetry, TraceContext } from '../telemetry.ts';
import { attributesFrom, attributeValue, momentFrom, traceContext } from './foreign.ts';

/** One of Remit's spans as @opentelemetry/api knows spans. */
export class ApiSpan implements OpenTelemetrySpan {
  readonly span: Span;
  readonly #telemetry: Telemetry;
  /** Whoever opened a span may rename and end it; the spans of frames are only lent. */
  readonly #lent: boolean;
  #context: SpanContext | undefined;

  constructor(span: Span, telemetry: Telemetry, lent: boolean) {
    this.span = span;
    this.#telemetry = telemetry;
    this.#lent = lent;
  }

  spanContext(): SpanContext {
    this.#context ??= spanContext(this.span.context);
    return this.#context;
  }

  setAttribute(key: string, value: AttributeValue): this {
    const own = attributeValue(value);
    if (own !== undefined) this.span.set(key, own);
    return this;
  }

  setAttributes(attributes: Attributes): this {
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) this.setAttribute(key, value);
    }
    return this;
  }

  addEvent(name: string, attributes?: Attributes | TimeInput): this {
    const isTime = typeof attributes !== 'object' || Array.isArray(attributes) || attributes instanceof Date;
    this.span.event(name, isTime ? undefined : attributesFrom(attributes));
    return this;
  }

  addLink(link: Link): this {
    const context = traceContext(link.context);
    if (context !== undefined && this.span instanceof TimedSpan) this.span.link(context);
    return this;
  }

  addLinks(links: Link[]): this {
    for (const link of links) this.addLink(link);
    return this;
  }

  setStatus(status: SpanStatus): this {
    if (!(this.span instanceof TimedSpan) || this.span.ended) return this;
    if (status.code === SpanStatusCode.ERROR) {
      this.span.failure ??= '_OTHER';
      this.span.failureMessage = status.message;
    } else if (status.code === SpanStatusCode.OK) {
      this.span.failure = undefined;
      this.span.failureMessage = undefined;
      this.span.succeeded = true;
    }
    return this;
  }

  updateName(name: string): this {
    if (!this.#lent && this.span instanceof TimedSpan && !this.span.ended) this.span.name = name;
    return this;
  }

  end(time?: TimeInput): void {
    if (this.#lent) return;
    if (this.span instanceof TimedSpan) this.span.end(momentFrom(time));
    else this.span.end();
  }

  isRecording(): boolean {
    return this.span instanceof TimedSpan && !this.span.ended;
  }

  /** A log line with `exception.*`, as OpenTelemetry now asks, instead of a span event. */
  recordException(exception: Exception): void {
    const message = typeof exception === 'string' ? exception : (exception.message ?? 'exception');
    const sentBy = this.span instanceof TimedSpan ? this.span.scope.name : 'remit';
    this.#telemetry.log({ level: 'error', message, sentBy, context: this.span.context, error: exception });
  }
}

/** The trace a context of @opentelemetry/api is part of. */
export function traceContextIn(context: Context): TraceContext | undefined {
  const span = trace.getSpan(context);
  return span instanceof ApiSpan ? span.span.context : traceContext(span?.spanContext());
}
