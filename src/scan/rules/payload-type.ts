import type { Diagnostic } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft, HandlerDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { parameterTypes, seenType } from '../draft/metadata.ts';
import { parentsOf } from './lineage.ts';
import { handlerTitle, lowerFirst } from './wording.ts';

/** Handlers whose first parameter is something else than their event. */
export function* payloadType(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const { event, service, record } = handler;
    if (typeof event !== 'function') continue;
    const uses = service.record?.uses.find(
      (use) => !use.static && use.method === record.name && use.index === 0,
    );
    const seen = seenType(parameterTypes(service.class, record.name), 0);
    const fits = seen.kind !== 'class' || [event, ...parentsOf(event)].includes(seen.class);
    if (uses) yield diagnostic(handler, event, `has @Uses(${nameOf(uses.token)}) on it`);
    else if (!fits) yield diagnostic(handler, event, `is of the class ${seen.class.name}`);
  }
}

function diagnostic(handler: HandlerDraft, event: Class, fault: string): Diagnostic {
  const source = handler.source?.parameters[0];
  const name = source?.name ?? lowerFirst(event.name);
  return {
    code: 'RMT1041',
    message: `${handlerTitle(handler)} handles ${event.name}, but its parameter 0${source ? ` (${name})` : ''} ${fault}.`,
    place: source?.place ?? handler.place,
    mend: `${name}: ${event.name}`,
  };
}
