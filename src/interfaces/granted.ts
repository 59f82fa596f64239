import type { Actor } from '../model/index.ts';
import { type Injectable, injectable } from './injectable.ts';

/** Values of a log line; secrets do not belong here. */
export type LogAttributes = Readonly<Record<string, string | number | boolean>>;

/** Writes log lines that carry the trace and the sender. Always granted. */
export abstract class Logger {
  static readonly [injectable]: Injectable = { kind: 'granted', granted: 'logger' };
  abstract debug(message: string, attributes?: LogAttributes): void;
  abstract info(message: string, attributes?: LogAttributes): void;
  abstract warn(message: string, attributes?: LogAttributes): void;
  abstract error(message: string, attributes?: LogAttributes): void;
}

/** The time, injectable so that tests can set it. Always granted. */
export abstract class Clock {
  static readonly [injectable]: Injectable = { kind: 'granted', granted: 'clock' };
  abstract now(): Date;
}

/** Cryptographically strong randomness, injectable so that tests can fix it. Always granted. */
export abstract class Random {
  static readonly [injectable]: Injectable = { kind: 'granted', granted: 'random' };
  /** A random UUID, version 4. */
  abstract uuid(): string;
  abstract bytes(length: number): Uint8Array;
  /** An integer from `0` up to and without `below`. */
  abstract integer(below: number): number;
}

/** The event being handled. Always granted; meaningful only while a handler runs (RMT3023 otherwise). */
export abstract class EventContext {
  static readonly [injectable]: Injectable = { kind: 'granted', granted: 'eventContext' };
  abstract readonly id: string;
  /** Name of the event's class. */
  abstract readonly command: string;
  /** `Service.handler`, `http`, `cli` or `clock`. */
  abstract readonly sender: string;
  /** Absent when nobody proved who they are. */
  abstract readonly actor: Actor | undefined;
  abstract readonly time: Date;
  abstract readonly correlation: string;
  abstract readonly causation: string | undefined;
  abstract readonly traceparent: string;
  /** 1 for the first try. */
  abstract readonly attempt: number;
  /** Aborted when the delivery's time is up. */
  abstract readonly signal: AbortSignal;
}
