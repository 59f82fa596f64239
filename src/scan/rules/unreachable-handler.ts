import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { methodPlace, methodSource } from '../draft/place.ts';
import { methodTitle, signature } from './wording.ts';

/** Handlers on static or private methods. */
export function* unreachableHandler(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    for (const method of service.record?.methods.values() ?? []) {
      if (method.handles.length + method.schedules.length === 0) continue;
      const decorator = method.handles.length > 0 ? '@Handles' : 'a schedule';
      const place = methodPlace(service, method);
      const mend = signature(service, method);
      if (method.static) {
        const message = `${methodTitle(service, method)} is static and has ${decorator}.`;
        yield { code: 'RMT1025', message, place, mend: `${mend} // without static` };
      } else if (methodSource(service, method)?.private) {
        const message = `${methodTitle(service, method)} is private and has ${decorator}.`;
        yield { code: 'RMT1026', message, place, mend: `${mend} // without private` };
      }
    }
  }
}
