import { isError } from '../is-error.ts';
import { readable } from '../readable.ts';
import { errorType } from '../error-type.ts';
import type { Limits } from '../settings/limits.ts';
import type { Attributes, AttributeValue, Span, SpanKind, TraceContext } from '../telemetry.ts';
import { isRecordable } from './attributes.ts';
import type { SpanOwner } from './owner.ts';

/** What happened at a moment of a span; `time` in milliseconds of `performance.now()`. */
export interface SpanEvent {
  readonly name: string;
  readonly time: number;
  readonly attributes: Attributes | undefined;
}

/** Who made a span: Remit, or a library that uses @opentelemetry/api. */
export interface Scope {
  readonly name: string;
  readonly version?: string;
}

/** A span that is recorded. Everything that can wait is left to whoever exports it. */
export class TimedSpan implements Span {
  readonly context: TraceContext;
  readonly kind: SpanKind;
  readonly parent: TraceContext | undefined;
  readonly links: readonly TraceContext[] | undefined;
  /** The convention's attributes, shared by all its spans. */
  readonly fixed: Attributes | undefined;
  readonly scope: Scope;
  name: string;
  /** Milliseconds of `performance.now()`. */
  startTime: number;
  endTime = 0;
  ended = false;
  /** Keys and values, alternating. */
  pairs: AttributeValue[] | undefined = undefined;
  events: SpanEvent[] | undefined = undefined;
  moreLinks: TraceContext[] | undefined = undefined;
  /** `error.type`, once failed. */
  failure: string | undefined = undefined;
  failureMessage: string | undefined = undefined;
  succeeded = false;
  refused = 0;
  droppedEvents = 0;
  readonly #owner: SpanOwner;
  readonly #limits: Limits;

  constructor(
    name: string,
    kind: SpanKind,
    context: TraceContext,
    parent: TraceContext | undefined,
    links: readonly TraceContext[] | undefined,
    fixed: Attributes | undefined,
    scope: Scope,
    owner: SpanOwner,
    limits: Limits,
  ) {
    this.context = context;
    this.kind = kind;
    this.parent = parent;
    this.links = links;
    this.fixed = fixed;
    this.scope = scope;
    this.name = name;
    this.#owner = owner;
    this.#limits = limits;
    this.startTime = performance.now();
  }

  set(key: string, value: AttributeValue): void {
    if (this.ended) return;
    if (!isRecordable(value)) {
      this.refused += 1;
      return;
    }
    this.pairs ??= [];
    if (this.pairs.length >= this.#limits.attributes * 2) this.refused += 1;
    else this.pairs.push(key, value);
  }

  event(name: string, attributes?: Attributes): void {
    if (this.ended) return;
    this.events ??= [];
    if (this.events.length >= this.#limits.events) this.droppedEvents += 1;
    else this.events.push({ name, time: performance.now(), attributes });
  }

  link(context: TraceContext): void {
    if (this.ended) return;
    this.moreLinks ??= [];
    if (this.moreLinks.length < this.#limits.links) this.moreLinks.push(context);
  }

  fail(thrown: unknown): void {
    if (this.ended) return;
    const error = readable(thrown);
    this.failure = errorType(error);
    this.failureMessage = isError(error) ? error.message : undefined;
    this.#owner.failed(this, error);
  }

  end(moment: number = performance.now()): void {
    if (this.ended) return;
    this.ended = true;
    this.endTime = moment;
    this.#owner.ended(this);
  }
}
