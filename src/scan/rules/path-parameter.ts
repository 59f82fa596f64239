import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { propertiesOf } from '../draft/properties.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { routeParameters } from '../route-path.ts';
import { closest } from './closest.ts';
import { routesOf } from './routes.ts';
import { handlerTitle, routeTitle } from './wording.ts';

/** Parameters of a path that the event's class has no property for. */
export function* pathParameter(draft: Draft): Iterable<Diagnostic> {
  for (const { route, handler } of routesOf(draft)) {
    const event = draft.events.find((each) => each.class === handler.event);
    if (!event || typeof event.class !== 'function') continue;
    const properties = propertiesOf(event.class, event.source);
    for (const parameter of routeParameters(route.path)) {
      if (properties.includes(parameter)) continue;
      const meant = closest(parameter, properties);
      yield {
        code: 'RMT1019',
        message: `${routeTitle(route)} of ${handlerTitle(handler)} has the parameter '${parameter}', but ${event.class.name} has no such property.`,
        place: decoratorPlace(handler.service, handler.record, routeDecorator(route.method)),
        mend: meant
          ? routeTitle({ method: route.method, path: route.path.replace(`:${parameter}`, `:${meant}`) })
          : `// in ${event.class.name}:\n@IsString() ${parameter}!: string;`,
        related: [{ message: `${event.class.name} is declared here`, place: event.place }],
      };
    }
  }
}
