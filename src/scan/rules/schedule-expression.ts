import { Cron } from 'croner';
import type { ScheduleRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { intervalOf } from '../interval.ts';
import { decoratorPlace, handlerTitle } from './wording.ts';

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
        mend: isCron ? `@Cron('0 3 * * *') // every day at 03:00` : `@Every('15 minutes')`,
      };
    }
  }
}

function intervalFault(expression: string): string | undefined {
  if (intervalOf(expression) !== undefined) return undefined;
  return 'is no interval: a number and seconds, minutes, hours or days, at most 365 days';
}

function cronFault({ expression, timezone }: Extract<ScheduleRecord, { kind: 'cron' }>): string | undefined {
  const fields = expression.trim().split(/\s+/).length;
  if (fields !== 5 && fields !== 6)
    return `has ${fields} field${fields === 1 ? '' : 's'}; there must be five or six`;
  if (!isTimezone(timezone)) return `names the time zone '${timezone}', which is not known`;
  try {
    const next = new Cron(expression, { timezone, paused: true, mode: '5-or-6-parts' }).nextRun();
    return next === null ? 'never comes true' : undefined;
  } catch {
    return 'has a field with a value out of range or of unknown form';
  }
}

function isTimezone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
