import type { Entry } from './dispatch/entry.ts';
import type { Send } from './dispatch/send.ts';

/** An application that runs. */
export interface Running {
  /** By `Service.handler`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly send: Send;
  /** False while the event log cannot take events: it is damaged, or its disk is full. */
  readonly isWell: () => boolean;
  /** Takes nothing new and resolves when all that runs has ended. Close the HTTP server first. */
  drain(): Promise<void>;
  /** Drains, closes bus and bindings, flushes telemetry. May be called twice. */
  close(): Promise<void>;
}
