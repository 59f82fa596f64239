import type { Actor, HandlerModel } from '../../model/index.ts';
import type { TraceContext } from '../../telemetry/index.ts';
import type { Payload } from '../../validation/index.ts';

/** Who sends from outside the bus. */
export interface Origin {
  readonly sender: 'http' | 'cli' | 'clock';
  readonly actor?: Actor | undefined;
  /** Span under which the handler runs. */
  readonly parent?: TraceContext | undefined;
  /** Becomes the event's id: what it emits has the same ids when it is sent again. */
  readonly id?: string | undefined;
  /** Aborted when the caller is gone. */
  readonly signal?: AbortSignal | undefined;
}

/** A reply and what a caller needs to know of its class. */
export interface Answer {
  readonly event: string;
  /** Plain data, ready to be serialised. */
  readonly body: unknown;
  /** Status of the reply's class; absent: the route decides. */
  readonly status?: number;
}

/** One handler as outside senders reach it: compiled at start, access not yet judged. */
export interface Entry {
  readonly handler: HandlerModel;
  readonly payload: Payload;
  /**
   * Runs the handler directly with a validated payload; when it resolves, all it emitted is accepted by the bus.
   * `undefined` when it answers with nothing. Rejects with the handler's own error, or RMT3030 when it took too long.
   */
  call(payload: object, origin: Origin): Promise<Answer | undefined>;
}
