import { Cron } from 'croner';
import type { ScheduleModel } from '../../model/index.ts';

/** The moment after `from` at which a schedule is due; `undefined` when there is none any more. */
export type Occurrences = (from: Date) => Date | undefined;

/** Compiles a schedule. An interval begins when the application starts; a cron expression follows the calendar. */
export function occurrencesOf(schedule: ScheduleModel): Occurrences {
  if (schedule.kind === 'every') return (from) => new Date(from.getTime() + schedule.milliseconds);
  const cron = new Cron(schedule.expression, { timezone: schedule.timezone, paused: true });
  return (from) => cron.nextRun(from) ?? undefined;
}
