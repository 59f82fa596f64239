import type { AsyncLocalStorage } from 'node:async_hooks';

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;
export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';
export type Level = 'debug' | 'info' | 'warn' | 'error';

/** The part of a span that crosses processes. */
export interface TraceContext {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  readonly sampled: boolean;
  /** The `tracestate` header, passed on as it came. */
  readonly state?: string | undefined;
  /** True when it came from another process. */
  readonly remote?: boolean;
}

/** One timed piece of work. Methods do nothing after `end` and cost next to nothing when not sampled. */
export interface Span {
  readonly context: TraceContext;
  set(key: string, value: AttributeValue): void;
  /** Something that happened at a moment of the span. */
  event(name: string, attributes?: Attributes): void;
  /**
   * Marks the span as failed with `error.type`. The outermost span of a process and every server and consumer span also write
   * the error as a log line, sampled or not; one error object is written once, however many spans it passes.
   */
  fail(error: unknown): void;
  end(): void;
}

export interface SpanOptions {
  readonly kind: SpanKind;
  /** Absent: a new trace, whose sampling is decided here. */
  readonly parent?: TraceContext | undefined;
  /** Spans that caused this one without being its parent. */
  readonly links?: readonly TraceContext[];
  readonly attributes?: Attributes;
}

/** What runs right now; found through async calls. The framework's deliveries extend it. */
export interface Frame {
  readonly span: Span;
}

/** A log line on its way to exporters, the terminal and handlers of LogWritten. */
export interface LogLine {
  readonly level: Level;
  readonly message: string;
  /** `Service.handler`, or the part of Remit that speaks. */
  readonly sentBy: string;
  readonly attributes?: Attributes;
  /** Absent: the active frame's. */
  readonly context?: TraceContext;
  /** Conversation it belongs to, where no delivery runs that tells; not exported. */
  readonly correlation?: string;
  readonly error?: unknown;
}

/** Histograms and counters of the OpenTelemetry conventions; durations in seconds. Never labelled by id. */
export interface Metrics {
  httpRequest(seconds: number, method: string, route: string, status: number): void;
  /** `messaging.client.sent.messages` */
  sent(command: string, sender: string): void;
  /** `messaging.process.duration` and `messaging.client.consumed.messages`. */
  processed(seconds: number, command: string, handler: string, errorType?: string): void;
  /** `remit.resource.operation.duration`. */
  operation(seconds: number, resource: string, operation: string, errorType?: string): void;
  /** `remit.plugin.faults`: `fuel`, `memory`, `deadline`, `trap`, `type`, `stack`. */
  fault(plugin: string, kind: string): void;
}

/** Traces, metrics and logs of one application. */
export interface Telemetry {
  readonly metrics: Metrics;
  /** The frame that is active; `run` it to make it so. */
  readonly active: AsyncLocalStorage<Frame>;
  start(name: string, options: SpanOptions): Span;
  /** What new work should name as its parent: a span user code opened through @opentelemetry/api, else the active frame's. */
  current(): TraceContext | undefined;
  log(line: LogLine): void;
  /** Called for every line, for handlers of LogWritten; set once at start. */
  onLog(listener: (line: LogLine) => void): void;
  /** Resolves when all that was recorded has been handed to the exporters, or after five seconds. */
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}
