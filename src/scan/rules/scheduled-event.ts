import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { decoratorPlace } from '../draft/place.ts';
import { handlerTitle } from './wording.ts';

/** Handlers of an event that also have a schedule. */
export function* scheduledEvent(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const [schedule] = handler.record.schedules;
    if (!schedule || !handler.event) continue;
    const name = schedule.kind === 'cron' ? 'Cron' : 'Every';
    const event = nameOf(handler.event);
    yield {
      code: 'RMT1042',
      message: `${handlerTitle(handler)} handles ${event} and has @${name}('${schedule.expression}').`,
      place: decoratorPlace(handler.service, handler.record, name),
      mend: [
        `export abstract class Sends${event} extends emits(${event}) {}`,
        `@${name}('${schedule.expression}')`,
        `async send${event}(sends: Sends${event}): Promise<void> {`,
        `  sends.emit(new ${event}());`,
        '}',
      ].join('\n'),
    };
  }
}
