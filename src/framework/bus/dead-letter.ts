import type { Envelope } from '../../model/index.ts';
import { errorType, parseTraceparent, readable, type Telemetry } from '../../telemetry/index.ts';

/** An event that a handler failed for good. Nothing is lost: it can be replayed. */
export interface DeadLetter {
  readonly number: number;
  readonly envelope: Envelope;
  readonly handler: string;
  /** Code of a Remit error, or the error's class. */
  readonly error: string;
  readonly message: string;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly died: number;
}

/** What is kept of the error that ended it. */
export function causeOfDeath(thrown: unknown): { readonly error: string; readonly message: string } {
  const error = readable(thrown);
  return { error: errorType(error), message: textOf(error).slice(0, 2_000) };
}

/** Objects are asked for no text: they may refuse, or be payloads. */
function textOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : 'something that is no error was thrown';
}

/** Tells that an event became a dead letter, in the trace of its sender. */
export function reportDeath(
  telemetry: Telemetry,
  envelope: Envelope,
  handler: string,
  attempts: number,
): void {
  const context = parseTraceparent(envelope.traceparent);
  telemetry.log({
    level: 'error',
    message: `${envelope.command} became a dead letter of ${handler} after ${attempts} attempts.`,
    sentBy: 'remit.bus',
    attributes: { handler, command: envelope.command, event: envelope.id, attempts },
    correlation: envelope.correlation,
    ...(context && { context }),
  });
}
