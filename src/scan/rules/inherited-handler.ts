import type { MethodRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft, ServiceDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { handlerNames, handlerRecord, hasMethod, parentsOf } from './lineage.ts';

/** Handlers that a service inherits, and overrides that leave their decorators behind. */
export function* inheritedHandler(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    const parents = parentsOf(service.class);
    for (const name of new Set(parents.flatMap(handlerNames))) {
      const owner = [service.class, ...parents].find((each) => hasMethod(each, name));
      const decorated = parents.find((each) => handlerRecord(each, name));
      const record = decorated && handlerRecord(decorated, name);
      if (!owner || !decorated || !record || handlerRecord(service.class, name)) continue;
      yield owner === decorated
        ? inherited(draft, service, owner, record)
        : dropped(draft, owner, decorated, record);
    }
  }
}

function inherited(draft: Draft, service: ServiceDraft, owner: Class, record: MethodRecord): Diagnostic {
  return {
    code: 'RMT1035',
    message: `${service.class.name} inherits the handler ${nameOf(owner)}.${record.name} and does not state it.`,
    place: service.place,
    mend: [
      `// in ${service.class.name}:`,
      decoratorOf(record),
      `override async ${record.name}(${parametersOf(record)}) {\n  return super.${record.name}(${record.handles[0] ? 'event' : ''});\n}`,
    ].join('\n'),
    related: [{ message: `the handler of ${nameOf(owner)}`, place: placeOf(draft, owner, record.name) }],
  };
}

function dropped(draft: Draft, owner: Class, decorated: Class, record: MethodRecord): Diagnostic {
  const decorator = decoratorOf(record);
  return {
    code: 'RMT1036',
    message: `${nameOf(owner)}.${record.name} overrides ${nameOf(decorated)}.${record.name} and drops its ${decorator}.`,
    place: placeOf(draft, owner, record.name),
    mend: `${decorator}\noverride async ${record.name}(${parametersOf(record)})`,
    related: [{ message: 'the method it overrides', place: placeOf(draft, decorated, record.name) }],
  };
}

function decoratorOf(record: MethodRecord): string {
  const handled = record.handles[0];
  if (!handled) {
    const [schedule] = record.schedules;
    return `@${schedule?.kind === 'cron' ? 'Cron' : 'Every'}('${schedule?.expression}')`;
  }
  const replies = (handled.options.replies ?? []).map(nameOf);
  const options = replies.length > 0 ? `, { replies: [${replies.join(', ')}] }` : '';
  return `@Handles(${nameOf(handled.event)}${options})`;
}

function parametersOf({ handles: [handled] }: MethodRecord): string {
  return handled ? `event: ${nameOf(handled.event)}` : '';
}

function placeOf(draft: Draft, owner: Class, method: string): Diagnostic['place'] {
  const source = draft.sources.classSource(owner);
  return source?.methods.find(({ name }) => name === method)?.place ?? source?.place;
}
