import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, NeedDraft, ServiceDraft } from '../draft/draft.ts';
import { needsOf, nameOf } from '../draft/event.ts';
import { capital, parameterTitle } from './wording.ts';

/** Services injected without being listed, and services of another unit. */
export function* injectedService(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    for (const need of needsOf(service)) {
      if (!need.isService) continue;
      const other = draft.services.find((each) => each.class === need.token);
      if (!other) yield unlisted(draft, need);
      else if (other.unit !== service.unit) yield foreign(need, other);
    }
  }
}

function unlisted(draft: Draft, need: NeedDraft): Diagnostic {
  const name = nameOf(need.token);
  const inUnit = draft.services.filter(({ unit }) => unit === need.service.unit);
  const listed = [...inUnit.map((service) => service.class.name), name].join(', ');
  const byUnit = draft.application.definition.units !== undefined;
  return {
    code: 'RMT1028',
    message: `${capital(parameterTitle(need))} is the service ${name}, which the application does not list.`,
    place: need.place,
    mend: byUnit ? `units: { ${need.service.unit}: [${listed}] }` : `services: [${listed}]`,
    related: need.token
      ? [{ message: `${name} is declared here`, place: draft.sources.classSource(need.token)?.place }]
      : [],
  };
}

function foreign(need: NeedDraft, other: ServiceDraft): Diagnostic {
  const name = other.class.name;
  return {
    code: 'RMT1032',
    message: `${capital(parameterTitle(need))} is ${name} of the unit '${other.unit}', and ${need.service.class.name} belongs to the unit '${need.service.unit}'.`,
    place: need.place,
    mend: [
      '// send an event that the other unit handles, and inject the right to emit it:',
      `export abstract class Tells${name} extends emits(TheEvent) {}`,
      `// or list both services in one unit`,
    ].join('\n'),
    related: [{ message: `${name} is declared here`, place: other.place }],
  };
}
