import type { Attributes, AttributeValue, Span, SpanKind, TraceContext } from '../telemetry.ts';
import type { SpanOwner } from './owner.ts';

/** A span nobody records: it carries the trace onwards, and still reports an error. */
export class QuietSpan implements Span {
  readonly context: TraceContext;
  readonly name: string;
  readonly kind: SpanKind;
  readonly parent: TraceContext | undefined;
  readonly fixed: Attributes | undefined;
  readonly #owner: SpanOwner;
  #ended = false;

  constructor(
    name: string,
    kind: SpanKind,
    context: TraceContext,
    parent: TraceContext | undefined,
    fixed: Attributes | undefined,
    owner: SpanOwner,
  ) {
    this.name = name;
    this.kind = kind;
    this.context = context;
    this.parent = parent;
    this.fixed = fixed;
    this.#owner = owner;
  }

  set(_key: string, _value: AttributeValue): void {}

  event(_name: string, _attributes?: Attributes): void {}

  fail(error: unknown): void {
    if (!this.#ended) this.#owner.failed(this, error);
  }

  end(): void {
    this.#ended = true;
  }
}
