import type { Actor } from './actor.ts';

/** An event on its way: a superset of CloudEvents 1.0. All but the payload is set by the framework. */
export interface Envelope {
  /** UUIDv7. */
  readonly id: string;
  /** Name of the event. */
  readonly command: string;
  /** `Service.handler`, `http`, `cli` or `clock`. */
  readonly sender: string;
  /** Plain data, or an instance of the event's class while it stays in the process. */
  readonly payload: unknown;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Id of the first event of the conversation. */
  readonly correlation: string;
  /** Id of the event whose handler sent this one. */
  readonly causation?: string;
  /** W3C trace context of the sender. */
  readonly traceparent: string;
  readonly actor?: Actor;
}
