import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { routesOf } from './routes.ts';
import { handlerTitle, routeTitle } from './wording.ts';

/** Routes to an event of many processors, or to a reply. */
export function* factRoute(draft: Draft): Iterable<Diagnostic> {
  for (const { route, handler } of routesOf(draft)) {
    const event = draft.events.find((each) => each.class === handler.event);
    if (!event || event.processors === undefined || event.processors === 'one') continue;
    const name = event.class.name;
    const what = event.processors === 'many' ? 'a fact that many may process' : 'a reply';
    yield {
      code: 'RMT1048',
      message: `${routeTitle(route)} of ${handlerTitle(handler)} would send ${name}, which is ${what}.`,
      place: decoratorPlace(handler.service, handler.record, routeDecorator(route.method)),
      mend: [
        `@Event()`,
        `export class Report${name}`,
        '// and let its handler, which has the route, answer with the fact:',
        `@Handles(Report${name}, { replies: [${name}] })`,
      ].join('\n'),
      related: [{ message: `${name} is declared here`, place: event.place }],
    };
  }
}
