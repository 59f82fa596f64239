import type { Telemetry } from '../telemetry/index.ts';
import { readable } from '../telemetry/readable.ts';
import { failure } from './failure.ts';
import { diagnosticsOf } from './report.ts';
import { uncaught } from './uncaught.ts';

/** What is brought to an end before the process may end. */
export interface RunningHere {
  readonly telemetry: Telemetry;
  readonly stop: () => Promise<void>;
}

/** Milliseconds in which what runs is finished after an error that nobody caught. */
const draining = 10_000;
/** Errors of a timer that goes on throwing are no news. */
const told = 5;

let running: RunningHere | undefined;
let errors = 0;

/** Names what runs in this process, for `lastError` to end. */
export function runningHere(what: RunningHere): void {
  running = what;
}

/** Shows and logs an error that nobody caught, finishes what runs within ten seconds, and ends the process. */
export async function lastError(thrown: unknown): Promise<void> {
  errors += 1;
  if (errors > told) return;
  const error = readable(thrown);
  const reason = uncaught(error);
  const code = failure(reason);
  process.exitCode = code;
  const [first] = diagnosticsOf(reason);
  running?.telemetry.log({
    level: 'error',
    message: `${first?.code} The process ends because of an error that nobody caught`,
    sentBy: 'cli',
    error,
  });
  if (errors > 1) return;
  setTimeout(() => process.exit(code), draining);
  // What keeps it from stopping well says nothing of why it had to stop.
  await running?.stop().catch(() => undefined);
  process.exit(code);
}
