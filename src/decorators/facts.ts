import { IsIn, IsString } from 'class-validator';
import { recordOf } from './record.ts';

/** Sent for every event: who sent what, and where it goes. Handling it sends no further EventSent. */
export class EventSent {
  @IsString() readonly command: string;
  /** `Service.handler`, `http`, `cli` or `clock`. */
  @IsString() readonly sender: string;
  /** `Service.handler` names. */
  @IsString({ each: true }) readonly sentTo: readonly string[];

  constructor(command: string, sender: string, sentTo: readonly string[]) {
    this.command = command;
    this.sender = sender;
    this.sentTo = sentTo;
  }
}

const levels = ['debug', 'info', 'warn', 'error'] as const;

/** Sent for every log line. Handling it sends no further LogWritten. */
export class LogWritten {
  /** `Service.handler`, or the part of Remit that wrote it. */
  @IsString() readonly sentBy: string;
  @IsString() readonly message: string;
  @IsIn(levels) readonly level: (typeof levels)[number];

  constructor(sentBy: string, message: string, level: (typeof levels)[number]) {
    this.sentBy = sentBy;
    this.message = message;
    this.level = level;
  }
}

recordOf(EventSent).events.push({ name: 'remit.EventSent', processors: 'many' });
recordOf(LogWritten).events.push({ name: 'remit.LogWritten', processors: 'many' });
