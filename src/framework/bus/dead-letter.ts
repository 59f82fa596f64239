import type { Envelope } from '../../model/index.ts';
import { errorType, parseTraceparent, type Telemetry } from '../../telemetry/index.ts';

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
export function causeOfDeath(error: unknown): { readonly error: string; readonly message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { error: errorType(error), message: message.slice(0, 2_000) };
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
