import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  Attributes,
  Frame,
  Span,
  SpanOptions,
  Telemetry,
  TraceContext,
} from '../../../src/telemetry/index.ts';

/** A span as it was recorded. */
export interface RecordedSpan {
  readonly name: string;
  readonly kind: string;
  readonly parent: string | undefined;
  readonly id: string;
  readonly attributes: Attributes;
  failed: unknown;
  ended: boolean;
}

const metrics = { httpRequest() {}, sent() {}, processed() {}, operation() {}, fault() {} };

/** Telemetry whose current context is `current`; what is started is recorded in `spans`. */
export class RecordingTelemetry implements Telemetry {
  readonly metrics = metrics;
  readonly active = new AsyncLocalStorage<Frame>();
  readonly spans: RecordedSpan[] = [];
  readonly #current: TraceContext | undefined;

  constructor(current?: TraceContext) {
    this.#current = current;
  }

  current(): TraceContext | undefined {
    return this.#current;
  }

  start(name: string, { kind, parent, attributes = {} }: SpanOptions): Span {
    const id = String(this.spans.length + 1).padStart(16, '0');
    const span: RecordedSpan = {
      name,
      kind,
      parent: parent?.spanId,
      id,
      attributes,
      failed: undefined,
      ended: false,
    };
    this.spans.push(span);
    return {
      context: { traceId: parent?.traceId ?? '', spanId: id, sampled: true },
      set() {},
      event() {},
      fail: (error) => void (span.failed = error),
      end: () => void (span.ended = true),
    };
  }

  log(): void {}
  onLog(): void {}
  async flush(): Promise<void> {}
  async shutdown(): Promise<void> {}
}

/** Nobody listens: to start a span would be a mistake. */
export const silentTelemetry: Telemetry = new RecordingTelemetry();
