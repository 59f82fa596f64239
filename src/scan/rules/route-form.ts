import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { isRoutePath, routeParameters } from '../route-path.ts';
import { routesOf } from './routes.ts';
import { handlerTitle, routeTitle } from './wording.ts';

/** Paths that are not made of plain segments and parameters, or that name a parameter twice. */
export function* routeForm(draft: Draft): Iterable<Diagnostic> {
  for (const { route, handler } of routesOf(draft)) {
    const fault = faultOf(route.path);
    if (fault === undefined) continue;
    yield {
      code: 'RMT1020',
      message: `${routeTitle(route)} of ${handlerTitle(handler)} ${fault}.`,
      place: decoratorPlace(handler.service, handler.record, routeDecorator(route.method)),
      mend: routeTitle({ method: route.method, path: mended(route.path) }),
    };
  }
}

function faultOf(path: string): string | undefined {
  if (!path.startsWith('/')) return 'does not start with /';
  if (path.length > 1 && path.endsWith('/')) return 'ends with /';
  if (!isRoutePath(path)) return 'has a segment that is neither plain text nor :name';
  const parameters = routeParameters(path);
  const twice = parameters.find((name, index) => parameters.indexOf(name) !== index);
  return twice === undefined ? undefined : `has the parameter '${twice}' twice`;
}

function mended(path: string): string {
  const seen = new Set<string>();
  const segments = path
    .split('/')
    .map((segment) =>
      segment
        .replace(/^\{(\w+)\}$/, ':$1')
        .replaceAll(segment.startsWith(':') ? /[^\w:]/g : /[^\w.~:{}-]/g, ''),
    )
    .filter((segment) => segment !== '' && segment !== ':')
    .map((segment) => {
      const own = seen.has(segment) && segment.startsWith(':') ? `${segment}2` : segment;
      seen.add(own);
      return own;
    });
  return `/${segments.join('/')}`;
}
