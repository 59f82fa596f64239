import { recordOf } from './record.ts';

/** Sent for every event: who sent what, and where it goes. Handling it sends no further EventSent. */
export class EventSent {
  constructor(
    readonly command: string,
    readonly sender: string,
    readonly sentTo: readonly string[],
  ) {}
}

/** Sent for every log line. Handling it sends no further LogWritten. */
export class LogWritten {
  constructor(
    readonly sentBy: string,
    readonly message: string,
    readonly level: 'debug' | 'info' | 'warn' | 'error',
  ) {}
}

recordOf(EventSent).events.push({ name: 'remit.EventSent', processors: 'many' });
recordOf(LogWritten).events.push({ name: 'remit.LogWritten', processors: 'many' });
