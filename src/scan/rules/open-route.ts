import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { handlerTitle, lowerFirst, routeTitle } from './wording.ts';

/** Handlers with a route that say neither `@Public` nor `@Authenticated`. */
export function* openRoute(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const { record } = handler;
    const route = record.routes[0];
    if (!route || record.access.length > 0) continue;
    const scope = `${lowerFirst(handler.service.class.name)}:${record.name}`;
    yield {
      code: 'RMT1017',
      message: `${handlerTitle(handler)} can be reached by ${routeTitle(route)} and says neither @Public nor @Authenticated.`,
      place: decoratorPlace(handler.service, record, routeDecorator(route.method)),
      mend: `@Authenticated('${scope}')\n// or, when anyone may: @Public()`,
    };
  }
}
