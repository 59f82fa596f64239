import type { Diagnostic } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { isService } from '../draft/need.ts';

/** Entries of `services` and `units` that are no services or are listed twice, and both lists at once. */
export function* listedServices(draft: Draft): Iterable<Diagnostic> {
  const { services, units } = draft.application.definition;
  const place = draft.sources.application;
  if (services && units) {
    yield {
      code: 'RMT1050',
      message: `app('${draft.application.name}') lists both services and units.`,
      place,
      mend: `units: { ${[...draft.units].map(([unit, listed]) => `${unit}: [${listed.map(nameOf).join(', ')}]`).join(', ')} }`,
    };
  }
  const unitOf = new Map<Class, string>();
  for (const [unit, listed] of draft.units) {
    for (const target of listed) {
      const other = unitOf.get(target);
      if (!isService(target)) yield notAService(draft, target);
      else if (other !== undefined) yield twice(draft, target, other, unit);
      unitOf.set(target, unit);
    }
  }
}

function notAService(draft: Draft, target: Class): Diagnostic {
  const isClass = typeof target === 'function';
  return {
    code: 'RMT1029',
    message: isClass
      ? `${nameOf(target)} is listed as a service but has no @Service.`
      : `${nameOf(target)} is listed as a service: the name it was given had no value yet.`,
    place: (isClass ? draft.sources.classSource(target)?.place : undefined) ?? draft.sources.application,
    mend: isClass
      ? `@Service()\nexport class ${nameOf(target)}`
      : '// import the service from a module that does not import this one',
  };
}

function twice(draft: Draft, target: Class, first: string, second: string): Diagnostic {
  const name = nameOf(target);
  return {
    code: 'RMT1030',
    message:
      first === second
        ? `${name} is listed twice in the unit '${first}'.`
        : `${name} is listed in the units '${first}' and '${second}'.`,
    place: draft.sources.application,
    mend: `// remove ${name} from '${second}'`,
    related: [{ message: `${name} is declared here`, place: draft.sources.classSource(target)?.place }],
  };
}
