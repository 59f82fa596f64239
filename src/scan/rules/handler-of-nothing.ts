import type { MethodRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, ServiceDraft } from '../draft/draft.ts';
import { parameterTypes, seenType } from '../draft/metadata.ts';
import { decoratorPlace, methodSource, routeDecorator } from '../draft/place.ts';
import { methodTitle, signature } from './wording.ts';

/** Methods with a route, an access or a need, and no event; and schedules with a route, which sends a payload. */
export function* handlerOfNothing(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    for (const method of service.record?.methods.values() ?? []) {
      if (method.handles.length > 0) continue;
      const scheduled = method.schedules.length > 0;
      if (scheduled && method.routes.length === 0) continue;
      yield diagnostic(service, method, scheduled);
    }
    yield* straysOf(service);
  }
}

function diagnostic(service: ServiceDraft, method: MethodRecord, scheduled: boolean): Diagnostic {
  const decorators = [
    ...method.routes.map((route) => routeDecorator(route.method)),
    ...method.access.map(({ kind }) => (kind === 'public' ? 'Public' : 'Authenticated')),
  ];
  const first = decorators[0] ?? '';
  const event = payloadName(service, method);
  return {
    code: 'RMT1006',
    message: scheduled
      ? `${methodTitle(service, method)} has @${first} and a schedule, but no event for the route to send.`
      : `${methodTitle(service, method)} has @${first} but no @Handles, so it handles nothing.`,
    place: decoratorPlace(service, method, first),
    mend: scheduled
      ? `// without @${first}; or give the route a method and an event of its own:\n@Handles(TheEvent)\nasync answer(event: TheEvent): Promise<void> {}`
      : `@Handles(${event})\n${signature(service, method)}`,
  };
}

/** `@Uses` on a method that nothing calls. */
function* straysOf(service: ServiceDraft): Iterable<Diagnostic> {
  for (const use of service.record?.uses ?? []) {
    if (use.method === undefined || use.static) continue;
    if (service.record?.methods.has(use.method)) continue;
    yield {
      code: 'RMT1006',
      message: `${service.class.name}.${use.method} has @Uses on parameter ${use.index} but no @Handles and no schedule, so nothing is injected.`,
      place: service.source?.methods.find(({ name }) => name === use.method)?.place ?? service.place,
      mend: `@Handles(TheEvent)\nasync ${use.method}(event: TheEvent, …): Promise<void>`,
    };
  }
}

function payloadName(service: ServiceDraft, method: MethodRecord): string {
  const seen = seenType(parameterTypes(service.class, method.name), 0);
  const written = methodSource(service, method)?.parameters[0]?.type;
  return (seen.kind === 'class' ? seen.class.name : written) || 'TheEvent';
}
