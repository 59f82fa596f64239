import type { Envelope } from '../../model/index.ts';

/** An event to publish and the handlers it goes to, each with its own delivery. The payload is plain data. */
export interface Outgoing {
  readonly envelope: Envelope;
  /** `Service.handler` names; never empty. */
  readonly handlers: readonly string[];
}

/** One event on its way to one handler. */
export interface Delivery {
  readonly envelope: Envelope;
  readonly handler: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** How a handler's failed deliveries are tried again. */
export interface RetryPolicy {
  readonly retries: number;
  /** Milliseconds a delivery may take before another process may take it over. */
  readonly lease: number;
}

/** What runs a delivery: resolves with what it emitted, rejects when it failed. */
export type Deliver = (delivery: Delivery) => Promise<readonly Outgoing[]>;

/**
 * Carries events between handlers, at least once. What a delivery emitted and its settlement commit together, so
 * a handler's events are published once however often it runs.
 */
export interface Bus {
  /** Accepts all or none; once resolved, a bus that keeps its events delivers them even if the process is killed. */
  publish(outgoing: readonly Outgoing[]): Promise<void>;
  /** Begins to deliver; `policies` by handler name, `elsewhere` the handlers that other processes run. */
  start(deliver: Deliver, policies: ReadonlyMap<string, RetryPolicy>, elsewhere?: readonly string[]): void;
  /** Takes no further delivery and resolves when the running ones are settled. */
  drain(): Promise<void>;
  close(): Promise<void>;
  /** False while it cannot take events; absent: it always can. */
  readonly well?: boolean;
}
