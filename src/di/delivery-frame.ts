import type { Actor } from '../model/index.ts';
import type { Frame, Span } from '../telemetry/index.ts';
import { eventId } from './event-id.ts';
import type { EventPlan } from './event-plan.ts';

/** An event that a handler emitted and that waits for the handler to succeed. */
export interface Staged {
  readonly plan: EventPlan;
  readonly id: string;
  readonly payload: unknown;
}

/** What a delivery learns of the event's sender. */
export interface Sent {
  readonly sender: string;
  readonly actor?: Actor | undefined;
  /** Absent: made when someone wants to know. */
  readonly id?: string | undefined;
  readonly correlation?: string | undefined;
  readonly causation?: string | undefined;
  readonly time?: number | undefined;
  /** Aborted when the caller is gone. */
  readonly signal?: AbortSignal | undefined;
}

/** One event in one handler: what handles, emitters and the event's context hang on. Ended once, for good. */
export class DeliveryFrame implements Frame {
  readonly span: Span;
  readonly service: string;
  /** `Service.handler`. */
  readonly handler: string;
  readonly command: string;
  readonly sent: Sent;
  readonly attempt: number;
  /** How many queries stand above this one. */
  readonly depth: number;
  readonly time: number;
  /** True once the handler settled or its time was up: handles are revoked, nothing can be emitted. */
  ended = false;
  staged: Staged[] | undefined = undefined;
  /** Queries sent so far. */
  asked = 0;
  private knownId: string | undefined;
  private knownAbort: AbortController | undefined = undefined;
  private knownSignal: AbortSignal | undefined = undefined;

  constructor(
    span: Span,
    service: string,
    handler: string,
    command: string,
    sent: Sent,
    attempt: number,
    depth: number,
  ) {
    this.span = span;
    this.service = service;
    this.handler = handler;
    this.command = command;
    this.sent = sent;
    this.attempt = attempt;
    this.depth = depth;
    this.time = sent.time ?? Date.now();
    this.knownId = sent.id;
  }

  get id(): string {
    this.knownId ??= eventId(this.time);
    return this.knownId;
  }

  get correlation(): string {
    return this.sent.correlation ?? this.id;
  }

  get signal(): AbortSignal {
    if (this.knownSignal === undefined) {
      this.knownAbort = new AbortController();
      const outer = this.sent.signal;
      this.knownSignal = outer ? AbortSignal.any([outer, this.knownAbort.signal]) : this.knownAbort.signal;
      if (this.ended) this.knownAbort.abort();
    }
    return this.knownSignal;
  }

  /** Revokes everything that was granted for this delivery. */
  end(): void {
    this.ended = true;
  }

  /** Ends it because its time is up: what was emitted is dropped. */
  expire(reason: Error): void {
    this.ended = true;
    this.staged = undefined;
    this.knownAbort?.abort(reason);
  }
}
