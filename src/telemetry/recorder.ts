import { isError } from './is-error.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { readable } from './readable.ts';
import { newSpanId, newTraceId } from './identifiers.ts';
import type { Instruments } from './metrics/instruments.ts';
import { isSampled, type Sampler } from './sampler.ts';
import type { Limits } from './settings/limits.ts';
import type { Sink } from './sink.ts';
import type { Failed, SpanOwner } from './span/owner.ts';
import { QuietSpan } from './span/quiet-span.ts';
import { type Scope, TimedSpan } from './span/timed-span.ts';
import type { Attributes, Frame, LogLine, Span, SpanOptions, Telemetry, TraceContext } from './telemetry.ts';

/** How long a flush or a shutdown may take, in milliseconds. */
const patience = 5000;

/** What a recorder is made of. */
export interface RecorderParts {
  readonly sampler: Sampler;
  /** False when nothing takes spans: sampling is still decided and passed on. */
  readonly recording: boolean;
  readonly limits: Limits;
  readonly scope: Scope;
  readonly instruments: Instruments;
  readonly sink: Sink;
}

/** Someone who opens spans of their own inside frames. */
export interface Guest {
  /** The innermost span of theirs that is active in the active frame. */
  current(): TraceContext | undefined;
  /** The recorder ends. */
  leave(): void;
}

/** Telemetry by a recorder of its own: what is not sampled costs two small objects, what is waits in the sink. */
export class Recorder implements Telemetry, SpanOwner {
  readonly active = new AsyncLocalStorage<Frame>();
  readonly metrics: Instruments;
  readonly #parts: RecorderParts;
  /** Errors already written, so that each is written once on its way out. */
  readonly #written = new WeakSet<object>();
  #listener: ((line: LogLine) => void) | undefined;
  #guest: Guest | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.metrics = parts.instruments;
  }

  start(name: string, options: SpanOptions): Span {
    return this.open(name, options, this.#parts.scope);
  }

  /** A span of another scope than Remit's. */
  open(name: string, options: SpanOptions, scope: Scope): TimedSpan | QuietSpan {
    const parts = this.#parts;
    const { parent } = options;
    const traceId = parent === undefined ? newTraceId() : parent.traceId;
    const sampled = isSampled(parts.sampler, parent, traceId);
    const context = { traceId, spanId: newSpanId(), sampled, state: parent?.state, remote: false };
    return sampled && parts.recording
      ? new TimedSpan(
          name,
          options.kind,
          context,
          parent,
          options.links,
          options.attributes,
          scope,
          this,
          parts.limits,
        )
      : new QuietSpan(name, options.kind, context, parent, options.attributes, this);
  }

  current(): TraceContext | undefined {
    return this.#guest?.current() ?? this.active.getStore()?.span.context;
  }

  /** Lets one in who opens spans inside frames without knowing frames. */
  admit(guest: Guest): void {
    this.#guest = guest;
  }

  log(given: LogLine): void {
    const told = readable(given.error);
    const line = told === given.error ? given : { ...given, error: told };
    if (typeof line.error === 'object' && line.error !== null) this.#written.add(line.error);
    const context = line.context ?? this.current();
    this.#parts.sink.log({ line, time: Date.now(), context });
    if (this.#listener === undefined) return;
    try {
      this.#listener(context === undefined || context === line.context ? line : { ...line, context });
    } catch (error) {
      const failure = {
        level: 'error',
        message: 'a listener of log lines failed',
        sentBy: 'telemetry',
        error,
      } as const;
      this.#parts.sink.log({ line: failure, time: Date.now(), context });
    }
  }

  onLog(listener: (line: LogLine) => void): void {
    this.#listener = listener;
  }

  ended(span: TimedSpan): void {
    this.#parts.sink.span(span);
  }

  failed(span: Failed, thrown: unknown): void {
    const error = readable(thrown);
    const outermost = span.parent === undefined || span.parent.remote === true;
    if (!outermost && span.kind !== 'server' && span.kind !== 'consumer') return;
    if (typeof error === 'object' && error !== null && this.#written.has(error)) return;
    this.log({
      level: 'error',
      message: messageOf(error),
      sentBy: speaker(span.name, span.fixed),
      context: span.context,
      error,
    });
  }

  flush(): Promise<void> {
    return within(patience, this.#parts.sink.flush());
  }

  shutdown(): Promise<void> {
    this.#closing ??= this.flush().then(() => {
      this.#guest?.leave();
      return this.#parts.sink.shutdown();
    });
    return this.#closing;
  }
}

/** Never of a value that is no error: it may be a payload. */
function messageOf(error: unknown): string {
  if (isError(error)) return error.message;
  return typeof error === 'string' ? error : 'something that is no error was thrown';
}

function speaker(name: string, fixed: Attributes | undefined): string {
  const own = fixed?.['code.function.name'];
  return typeof own === 'string' ? own : name;
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
