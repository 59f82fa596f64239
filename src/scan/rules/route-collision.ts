import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { routeShape } from '../route-path.ts';
import { type Routed, routesOf } from './routes.ts';
import { handlerTitle, routeTitle } from './wording.ts';

/** Routes of the same method and shape: `/orders/:id` and `/orders/:key`. */
export function* routeCollision(draft: Draft): Iterable<Diagnostic> {
  const first = new Map<string, Routed>();
  for (const routed of routesOf(draft)) {
    const { route, handler } = routed;
    const shape = `${route.method} ${routeShape(route.path)}`;
    const other = first.get(shape);
    if (!other) {
      first.set(shape, routed);
      continue;
    }
    const named = route.path === other.route.path ? '' : '; the names of parameters do not tell them apart';
    yield {
      code: 'RMT1016',
      message: `${routeTitle(route)} of ${handlerTitle(handler)} collides with ${routeTitle(other.route)} of ${handlerTitle(other.handler)}${named}.`,
      place: placeOf(routed),
      mend: routeTitle({ method: route.method, path: otherPath(routed) }),
      related: [{ message: `${handlerTitle(other.handler)} has the same route`, place: placeOf(other) }],
    };
  }
}

function placeOf({ route, handler }: Routed): Diagnostic['place'] {
  return decoratorPlace(handler.service, handler.record, routeDecorator(route.method));
}

function otherPath({ route, handler }: Routed): string {
  return `${route.path === '/' ? '' : route.path}/${handler.record.name}`;
}
