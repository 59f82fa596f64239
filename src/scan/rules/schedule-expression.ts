import { Cron } from 'croner';
import type { ScheduleRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace } from '../draft/place.ts';
import { intervalOf } from '../interval.ts';
import { closest } from './closest.ts';
import { handlerTitle } from './wording.ts';

/** Cron expressions that cannot be read or never come true, and intervals that are none. */
export function* scheduleExpression(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    for (const schedule of handler.record.schedules) {
      const fault = schedule.kind === 'cron' ? cronFault(schedule) : intervalFault(schedule.expression);
      if (fault === undefined) continue;
      const isCron = schedule.kind === 'cron';
      yield {
        code: isCron ? 'RMT1021' : 'RMT1022',
        message: `@${isCron ? 'Cron' : 'Every'}('${schedule.expression}') of ${handlerTitle(handler)} ${fault}.`,
        place: decoratorPlace(handler.service, handler.record, isCron ? 'Cron' : 'Every'),
        mend: schedule.kind === 'cron' ? cronMend(schedule) : `@Every('15 minutes')`,
      };
    }
  }
}

function intervalFault(expression: string): string | undefined {
  if (intervalOf(expression) !== undefined) return undefined;
  return 'is no interval: a number and seconds, minutes, hours or days, at most 365 days';
}

type CronRecord = Extract<ScheduleRecord, { kind: 'cron' }>;

const fieldNames = ['second', 'minute', 'hour', 'day of the month', 'month', 'day of the week'] as const;

function cronFault({ expression, timezone }: CronRecord): string | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) {
    return `has ${fields.length} field${fields.length === 1 ? '' : 's'}; there must be five or six`;
  }
  const names = fieldNames.slice(6 - fields.length);
  const wrong = fields.findIndex(
    (field, index) => !isReadable(fields.map((_, at) => (at === index ? field : '*'))),
  );
  if (wrong >= 0) return `says '${fields[wrong]}' for the ${names[wrong]}, which cannot be`;
  if (!isTimezone(timezone)) return `names the time zone '${timezone}', which is not known`;
  const next = new Cron(expression, { timezone, paused: true }).nextRun();
  return next === null ? 'never comes true' : undefined;
}

function isReadable(fields: readonly string[]): boolean {
  try {
    new Cron(fields.join(' '), { paused: true, mode: '5-or-6-parts' }).stop();
    return true;
  } catch {
    return false;
  }
}

function isTimezone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function cronMend({ expression, timezone }: CronRecord): string {
  if (isTimezone(timezone)) return `@Cron('0 3 * * *') // every day at 03:00`;
  const zone = closest(timezone, Intl.supportedValuesOf('timeZone')) ?? 'UTC';
  return `@Cron('${expression}', { timezone: '${zone}' })`;
}
