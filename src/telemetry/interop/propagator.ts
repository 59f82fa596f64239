import {
  type Context,
  createTraceState,
  isSpanContextValid,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';
import { spanContext } from '../export/span-record.ts';
import { formatTraceparent, parseTraceparent } from '../traceparent.ts';
import { traceContext } from './foreign.ts';

/** Carries the trace in `traceparent` and `tracestate`, for libraries that call the propagation API. */
export class TracePropagator implements TextMapPropagator {
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    const found = trace.getSpanContext(context);
    const own = found !== undefined && isSpanContextValid(found) ? traceContext(found) : undefined;
    if (own === undefined) return;
    setter.set(carrier, 'traceparent', formatTraceparent(own));
    if (own.state !== undefined && own.state !== '') setter.set(carrier, 'tracestate', own.state);
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    const parsed = parseTraceparent(
      only(getter.get(carrier, 'traceparent')),
      joined(getter.get(carrier, 'tracestate')),
    );
    if (parsed === undefined) return context;
    const { state } = parsed;
    const remote = spanContext(parsed);
    return trace.setSpanContext(
      context,
      state === undefined ? remote : { ...remote, traceState: createTraceState(state) },
    );
  }

  fields(): string[] {
    return ['traceparent', 'tracestate'];
  }
}

function only(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? (value.length === 1 ? value[0] : undefined) : value;
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
