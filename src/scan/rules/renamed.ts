import type { Code, Diagnostic, Place } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { ruledProperties } from '../draft/properties.ts';
import { compare } from '../draft/order.ts';

/** One thing with a stable name, and what it is recognised by. */
interface Thing {
  readonly name: string;
  readonly class: string;
  /** Properties of an event, handlers of a service. */
  readonly parts: readonly string[];
  readonly formerly: readonly string[];
  readonly place?: Place | undefined;
}

/** Events and services that `remit.lock` seems to know under a name that is gone. */
export function* renamed(draft: Draft): Iterable<Diagnostic> {
  const { lock } = draft;
  if (!lock) return;
  const events = draft.events
    .filter((event) => event.processors !== undefined && !event.builtIn)
    .map((event) => ({
      ...event,
      class: event.class.name,
      parts: ruledProperties(event.class),
      place: event.place,
    }));
  const services = draft.services.map((service) => ({
    name: service.name,
    class: service.class.name,
    parts: service.handlers.map(({ record }) => record.name),
    formerly: service.record?.services[0]?.formerly ?? [],
    place: service.place,
  }));
  const lockedEvents = Object.entries(lock.events).map(([name, { class: of, properties }]) =>
    locked(name, of, properties),
  );
  const lockedServices = Object.entries(lock.services).map(([name, { class: of, handlers }]) =>
    locked(name, of, handlers),
  );
  yield* renames('RMT1043', events, lockedEvents);
  yield* renames('RMT1044', services, lockedServices);
}

function locked(name: string, of: string, parts: readonly string[]): Thing {
  return { name, class: of, parts, formerly: [] };
}

function* renames(code: Code, now: readonly Thing[], before: readonly Thing[]): Iterable<Diagnostic> {
  const known = new Set(before.map(({ name }) => name));
  const kept = new Set(now.flatMap(({ name, formerly }) => [name, ...formerly]));
  const vanished = before.filter(({ name }) => !kept.has(name));
  for (const thing of now) {
    if (known.has(thing.name) || thing.formerly.some((name) => known.has(name))) continue;
    const index = vanished.findIndex((old) => old.class === thing.class);
    const at = index >= 0 ? index : vanished.findIndex((old) => isAlike(old, thing));
    const [old] = at >= 0 ? vanished.splice(at, 1) : [];
    if (!old) continue;
    const event = code === 'RMT1043';
    const formerly = [...thing.formerly, old.name].map((name) => `'${name}'`).join(', ');
    const name = thing.name === thing.class ? '' : `name: '${thing.name}', `;
    yield {
      code,
      message: `${thing.class} has the name '${thing.name}', and the one that remit.lock knows as '${old.name}' is gone: it seems to be the same ${event ? 'event' : 'service'}.`,
      place: thing.place,
      mend: [
        `@${event ? 'Event' : 'Service'}({ ${name}formerly: [${formerly}] })`,
        `// or keep the name: @${event ? 'Event' : 'Service'}('${old.name}')`,
        `// or, when it is another one: remove '${old.name}' from remit.lock`,
      ].join('\n'),
    };
  }
}

function isAlike(old: Thing, thing: Thing): boolean {
  const parts = thing.parts.toSorted(compare);
  return parts.length > 0 && parts.join() === old.parts.toSorted(compare).join();
}
