import type { RouteRecord } from '../../decorators/index.ts';
import type { Draft, HandlerDraft } from '../draft/draft.ts';
import { compare } from '../draft/order.ts';

/** One route and the handler it calls. */
export interface Routed {
  readonly route: RouteRecord;
  readonly handler: HandlerDraft;
}

/** All routes that send an event, in an order that does not depend on how services are listed. */
export function routesOf(draft: Draft): Routed[] {
  return draft.services
    .flatMap((service) => service.handlers)
    .filter((handler) => handler.event !== undefined)
    .flatMap((handler) => handler.record.routes.map((route) => ({ route, handler })))
    .sort(
      (a, b) =>
        compare(a.route.path, b.route.path) ||
        compare(a.route.method, b.route.method) ||
        compare(a.handler.name, b.handler.name),
    );
}
