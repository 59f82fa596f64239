import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Guest, Recorder } from '../recorder.ts';
import type { Frame, TraceContext } from '../telemetry.ts';
import { ApiSpan, traceContextIn } from './api-span.ts';

/** What a library made active inside a frame. */
interface Layer {
  readonly frame: Frame | undefined;
  readonly context: Context;
}

/**
 * Contexts of @opentelemetry/api on top of frames: the active context is the innermost a library made active in the
 * active frame, else the frame's own. Frames know nothing of it, so it costs nothing while no library asks.
 */
export class FrameContextManager implements ContextManager, Guest {
  readonly #recorder: Recorder;
  readonly #layers = new AsyncLocalStorage<Layer>();
  readonly #contexts = new WeakMap<Frame, Context>();
  readonly #release: () => void;

  constructor(recorder: Recorder, release: () => void) {
    this.#recorder = recorder;
    this.#release = release;
  }

  active(): Context {
    const frame = this.#recorder.active.getStore();
    return this.#layer(frame)?.context ?? (frame === undefined ? ROOT_CONTEXT : this.#contextOf(frame));
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    work: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    const layer = { frame: this.#recorder.active.getStore(), context };
    return this.#layers.run(layer, () => work.apply(thisArg, args));
  }

  /** Functions keep the context; event emitters are returned as they are. */
  bind<T>(context: Context, target: T): T {
    if (typeof target !== 'function') return target;
    const within = (work: () => unknown): unknown => this.with(context, work);
    const bound = function (this: unknown, ...args: unknown[]): unknown {
      return within(() => Reflect.apply(target, this, args));
    };
    return bound as T;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#layers.disable();
    return this;
  }

  current(): TraceContext | undefined {
    const layer = this.#layer(this.#recorder.active.getStore());
    return layer === undefined ? undefined : traceContextIn(layer.context);
  }

  leave(): void {
    this.#release();
  }

  #layer(frame: Frame | undefined): Layer | undefined {
    const layer = this.#layers.getStore();
    return layer?.frame === frame ? layer : undefined;
  }

  #contextOf(frame: Frame): Context {
    let context = this.#contexts.get(frame);
    if (context === undefined) {
      context = trace.setSpan(ROOT_CONTEXT, new ApiSpan(frame.span, this.#recorder, true));
      this.#contexts.set(frame, context);
    }
    return context;
  }
}
