import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, NeedDraft, ServiceDraft } from '../draft/draft.ts';
import { parameterTitle } from './wording.ts';

/** Services whose constructors need each other, with the way around; each circle once. */
export function* serviceCycle(draft: Draft): Iterable<Diagnostic> {
  const done = new Set<ServiceDraft>();
  for (const service of draft.services) {
    const cycle = cycleFrom(draft, service, [], done);
    if (cycle) yield diagnostic(cycle);
  }
}

/** Depth first; a service that was once left leads into no circle that is not yet known. */
function cycleFrom(
  draft: Draft,
  service: ServiceDraft,
  path: readonly NeedDraft[],
  done: Set<ServiceDraft>,
): readonly NeedDraft[] | undefined {
  const start = path.findIndex((need) => need.service === service);
  if (start >= 0) return path.slice(start);
  if (done.has(service)) return undefined;
  for (const need of service.needs) {
    const next = need.isService && draft.services.find((each) => each.class === need.token);
    const cycle = next ? cycleFrom(draft, next, [...path, need], done) : undefined;
    if (cycle) {
      done.add(service);
      return cycle;
    }
  }
  done.add(service);
  return undefined;
}

function diagnostic(cycle: readonly NeedDraft[]): Diagnostic {
  const names = cycle.map((need) => need.service.class.name);
  const last = cycle.at(-1);
  return {
    code: 'RMT1031',
    message: `${[...names, names[0]].join(' → ')}: the services depend on each other in a circle.`,
    place: cycle[0]?.place,
    mend: [
      `// let ${names.at(-1)} send an event that ${names[0]} handles, instead of calling it:`,
      `export abstract class Tells${names[0]} extends emits(TheEvent) {}`,
      `constructor(${last?.source?.name ?? 'tells'}: Tells${names[0]})`,
    ].join('\n'),
    related: cycle
      .slice(1)
      .map((need) => ({ message: `${parameterTitle(need)} is ${need.token?.name}`, place: need.place })),
  };
}
