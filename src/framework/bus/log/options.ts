import { backoff } from '../backoff.ts';

/** Bounds of the embedded log. */
export interface LogBusOptions {
  /** Deliveries that may wait before `publish` refuses (RMT3031); handlers' own events may double it. Default 100,000. */
  readonly capacity?: number;
  /** Deliveries that run at once in this process; default 64. */
  readonly concurrency?: number;
  /** Deliveries of one handler that run at once; default 16. */
  readonly perHandler?: number;
  /** Milliseconds for which a handled id is remembered; default one hour. */
  readonly window?: number;
  /** Milliseconds between looks for what other processes wrote, and whether they live; default 2,000. */
  readonly heartbeat?: number;
  /** Milliseconds before a failed delivery is tried again; default: exponential with jitter. */
  readonly delay?: (attempt: number) => number;
}

export const defaults: Required<LogBusOptions> = {
  capacity: 100_000,
  concurrency: 64,
  perHandler: 16,
  window: 3_600_000,
  heartbeat: 2_000,
  delay: backoff,
};
