import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, ServiceDraft } from '../draft/draft.ts';
import { prototypeOf } from '../draft/metadata.ts';
import { methodPlace, methodSource } from '../draft/place.ts';
import { methodTitle, signature } from './wording.ts';

/** Handlers on static or private methods, and on what is no method. */
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
      } else if (!isMethod(service, method.name)) {
        const message = `${methodTitle(service, method)} has ${decorator} and is no method.`;
        yield {
          code: 'RMT1054',
          message,
          place,
          mend: `async ${method.name}() {} // a method, and no property`,
        };
      }
    }
  }
}

/** Whether an instance has the method, its own or inherited; getters are not run. */
function isMethod({ class: target }: ServiceDraft, name: string): boolean {
  let owner: unknown = prototypeOf(target);
  while (typeof owner === 'object' && owner !== null && !Object.hasOwn(owner, name)) {
    owner = Object.getPrototypeOf(owner);
  }
  return typeof owner === 'object' && owner !== null
    ? typeof Object.getOwnPropertyDescriptor(owner, name)?.value === 'function'
    : false;
}
