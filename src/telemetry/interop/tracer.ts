import {
  type Context,
  context as contexts,
  INVALID_SPAN_CONTEXT,
  type Span,
  type SpanOptions,
  trace,
  type Tracer as OpenTelemetryTracer,
  type TracerProvider as OpenTelemetryTracerProvider,
} from '@opentelemetry/api';
import type { Recorder } from '../recorder.ts';
import { type Scope, TimedSpan } from '../span/timed-span.ts';
import type { SpanKind, TraceContext } from '../telemetry.ts';
import { ApiSpan, traceContextIn } from './api-span.ts';
import { attributesFrom, momentFrom, traceContext } from './foreign.ts';
import { suppressTracing } from './suppress-tracing.ts';

const kinds: readonly SpanKind[] = ['internal', 'server', 'client', 'producer', 'consumer'];

/** Opens spans for one library. */
class Tracer implements OpenTelemetryTracer {
  readonly #recorder: Recorder;
  readonly #scope: Scope;

  constructor(recorder: Recorder, scope: Scope) {
    this.#recorder = recorder;
    this.#scope = scope;
  }

  startSpan(name: string, options: SpanOptions = {}, context: Context = contexts.active()): Span {
    if (context.getValue(suppressTracing) === true) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    const links = options.links
      ?.map((link) => traceContext(link.context))
      .filter((link): link is TraceContext => link !== undefined);
    const span = this.#recorder.open(
      name,
      {
        kind: kinds[options.kind ?? 0] ?? 'internal',
        parent: options.root === true ? undefined : traceContextIn(context),
        attributes: attributesFrom(options.attributes),
        ...(links === undefined ? {} : { links }),
      },
      this.#scope,
    );
    const start = momentFrom(options.startTime);
    if (start !== undefined && span instanceof TimedSpan) span.startTime = start;
    return new ApiSpan(span, this.#recorder, false);
  }

  startActiveSpan<F extends (span: Span) => ReturnType<F>>(
    name: string,
    ...rest: [F] | [SpanOptions, F] | [SpanOptions, Context, F]
  ): ReturnType<F> {
    const work = rest.at(-1) as F;
    const options = rest.length > 1 ? (rest[0] as SpanOptions) : {};
    const context = rest.length > 2 ? (rest[1] as Context) : contexts.active();
    const span = this.startSpan(name, options, context);
    return contexts.with(trace.setSpan(context, span), () => work(span));
  }
}

/** Gives libraries that use @opentelemetry/api a tracer that records as Remit does. */
export class TracerProvider implements OpenTelemetryTracerProvider {
  readonly #recorder: Recorder;
  readonly #tracers = new Map<string, OpenTelemetryTracer>();

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  getTracer(name: string, version?: string): OpenTelemetryTracer {
    const key = `${name}@${version ?? ''}`;
    let tracer = this.#tracers.get(key);
    if (tracer === undefined) {
      tracer = new Tracer(this.#recorder, version === undefined ? { name } : { name, version });
      this.#tracers.set(key, tracer);
    }
    return tracer;
  }
}
