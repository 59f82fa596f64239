import type { Scope, TimedSpan } from '../../span/timed-span.ts';
import type { Load } from '../load.ts';
import type { SpanEncoder } from './spans.ts';
import type { Writer } from './writer.ts';

/** Takes a request when it is sent; asks it for its bytes once. */
export type Deliver = (request: SpanRequest) => Promise<void>;

/**
 * One `ExportTraceServiceRequest`, written span by span as they end. Spans that waited would be moved by each
 * collection of garbage, which costs more than writing them; bytes are not.
 */
export class SpanRequest implements Load<TimedSpan> {
  length = 0;
  readonly #encoder: SpanEncoder;
  readonly #deliver: Deliver;
  readonly #writer: Writer;
  readonly #start: number;
  #scope: Scope | undefined = undefined;
  #scopeStart = 0;
  /** Spans of scopes other than the first; they follow it. */
  #others: Map<Scope, Writer> | undefined = undefined;

  constructor(encoder: SpanEncoder, resource: Uint8Array, deliver: Deliver) {
    this.#encoder = encoder;
    this.#deliver = deliver;
    this.#writer = encoder.writers.take();
    this.#writer.tag(1, 2);
    this.#start = this.#writer.open();
    this.#writer.raw(resource);
  }

  add(span: TimedSpan): void {
    const writer = this.#writerFor(span.scope);
    const before = writer.length;
    try {
      this.#encoder.write(writer, span);
    } catch (error) {
      writer.length = before;
      throw error;
    }
    this.length += 1;
  }

  send(): Promise<void> {
    return this.#deliver(this);
  }

  /** The whole request; nothing can be added any more. */
  done(): Uint8Array {
    const writer = this.#writer;
    if (this.#scope !== undefined) writer.close(this.#scopeStart);
    for (const [scope, spans] of this.#others ?? []) {
      const start = openScope(writer, scope);
      writer.raw(spans.done());
      writer.close(start);
      this.#encoder.writers.give(spans);
    }
    writer.close(this.#start);
    const bytes = writer.done();
    this.#encoder.writers.give(writer);
    return bytes;
  }

  #writerFor(scope: Scope): Writer {
    if (scope === this.#scope) return this.#writer;
    if (this.#scope === undefined) {
      this.#scope = scope;
      this.#scopeStart = openScope(this.#writer, scope);
      return this.#writer;
    }
    this.#others ??= new Map();
    const known = this.#others.get(scope);
    if (known !== undefined) return known;
    const writer = this.#encoder.writers.take();
    this.#others.set(scope, writer);
    return writer;
  }
}

function openScope(writer: Writer, { name, version }: Scope): number {
  writer.tag(2, 2);
  const spans = writer.open();
  writer.tag(1, 2);
  const start = writer.open();
  writer.tag(1, 2);
  writer.text(name);
  if (version !== undefined) {
    writer.tag(2, 2);
    writer.text(version);
  }
  writer.close(start);
  return spans;
}
