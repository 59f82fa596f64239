import { methodRecord } from './record.ts';

/** Options of `@Cron`. */
export interface CronOptions {
  /** IANA name; default `UTC`. */
  readonly timezone?: string;
}

/**
 * Runs a method at an interval: a number and `seconds`, `minutes`, `hours` or `days`. The clock is the sender.
 *
 * ```ts
 * @Every('1 hour') async sweep() { … }
 * ```
 */
export function Every(interval: string): MethodDecorator {
  return (target, property) => {
    methodRecord(target, property).schedules.push({ kind: 'every', expression: interval });
  };
}

/**
 * Runs a method by a cron expression of five or six fields.
 *
 * ```ts
 * @Cron('0 3 * * *', { timezone: 'Europe/Berlin' }) async report() { … }
 * ```
 */
export function Cron(expression: string, options: CronOptions = {}): MethodDecorator {
  return (target, property) => {
    const timezone = options.timezone ?? 'UTC';
    methodRecord(target, property).schedules.push({ kind: 'cron', expression, timezone });
  };
}
