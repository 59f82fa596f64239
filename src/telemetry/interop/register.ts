import {
  type Context,
  context,
  propagation,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';
import type { Recorder } from '../recorder.ts';
import { BaggagePropagator } from './baggage.ts';
import { FrameContextManager } from './context-manager.ts';
import { TracePropagator } from './propagator.ts';
import { TracerProvider } from './tracer.ts';

class Propagators implements TextMapPropagator {
  readonly #all: readonly TextMapPropagator[];

  constructor(all: readonly TextMapPropagator[]) {
    this.#all = all;
  }

  inject(from: Context, carrier: unknown, setter: TextMapSetter): void {
    for (const each of this.#all) each.inject(from, carrier, setter);
  }

  extract(into: Context, carrier: unknown, getter: TextMapGetter): Context {
    return this.#all.reduce((found, each) => each.extract(found, carrier, getter), into);
  }

  fields(): string[] {
    return this.#all.flatMap((each) => each.fields());
  }
}

/**
 * Makes a recorder what @opentelemetry/api finds, so that spans of user code and libraries land in Remit's traces.
 * Returns false, and changes nothing, when another SDK was there first.
 */
export function registerGlobally(recorder: Recorder, propagators: readonly string[]): boolean {
  if (!trace.setGlobalTracerProvider(new TracerProvider(recorder))) return false;
  const manager = new FrameContextManager(recorder, () => {
    trace.disable();
    context.disable();
    propagation.disable();
  });
  if (!context.setGlobalContextManager(manager)) {
    trace.disable();
    return false;
  }
  propagation.setGlobalPropagator(
    new Propagators([
      ...(propagators.includes('tracecontext') ? [new TracePropagator()] : []),
      ...(propagators.includes('baggage') ? [new BaggagePropagator()] : []),
    ]),
  );
  recorder.admit(manager);
  return true;
}
