import type { Diagnostic, Place } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft, NeedDraft, ServiceDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import type { EmittedSource, MethodSource } from '../sources.ts';
import { parameterName } from './wording.ts';

interface Excess {
  readonly need: NeedDraft;
  readonly method: MethodSource;
  readonly emitted: EmittedSource;
}

/** Events that a service's methods emit through a handle that was not asked to emit them. */
export function* emittedEvent(draft: Draft): Iterable<Diagnostic> {
  const all = draft.services.flatMap((service) => excesses(draft, service));
  for (const excess of all) yield diagnostic(draft, excess, all);
}

/** Each event once for a method and a handle. */
function excesses(draft: Draft, service: ServiceDraft): Excess[] {
  return (service.source?.methods ?? []).flatMap((method) => {
    const found = new Map<string, Excess>();
    for (const emitted of method.emitted ?? []) {
      const need = needBehind(service, method, emitted.through);
      const key = `${emitted.through} ${placed(emitted.declared)}`;
      if (need && !found.has(key) && exceeds(draft, need, emitted)) found.set(key, { need, method, emitted });
    }
    return [...found.values()];
  });
}

/** What a handle stands for; nothing when another rule objects to it, or when it is another service. */
function needBehind(service: ServiceDraft, method: MethodSource, through: string): NeedDraft | undefined {
  if (method.static) return undefined;
  const ofService = through.startsWith('this.');
  const handler = service.handlers.find(({ record }) => record.name === method.name);
  const needs = (ofService ? service.needs : handler?.needs) ?? [];
  const name = ofService ? through.slice('this.'.length) : through;
  const need = needs.find(({ source }) => source?.name === name);
  return need?.injectable && !need.isService && !need.rest && need.uses.length < 2 ? need : undefined;
}

/** Whether the event is certainly none of those that the need lists. */
function exceeds(draft: Draft, { injectable }: NeedDraft, { declared }: EmittedSource): boolean {
  if (injectable?.kind !== 'emits') return true;
  const places = injectable.events.map((event) => placeOf(draft, event));
  return places.every((place) => place !== undefined && placed(place) !== placed(declared));
}

function placeOf(draft: Draft, event: Class): Place | undefined {
  return typeof event === 'function' ? draft.sources.classSource(event)?.place : undefined;
}

function placed({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function diagnostic(draft: Draft, excess: Excess, all: readonly Excess[]): Diagnostic {
  const { need, method, emitted } = excess;
  const { event, through, place } = emitted;
  const said = `${need.service.class.name}.${method.name} emits ${event}`;
  const { injectable, token } = need;
  return {
    code: 'RMT1053',
    message:
      injectable?.kind === 'emits'
        ? `${said}, but ${through} asks only for ${emits(injectable.events.map(nameOf))}.`
        : `${said}, but ${through} asks for ${nameOf(token)}, through which nothing can be emitted.`,
    place,
    mend: mend(draft, excess, all),
    related: [
      { message: `${through} is declared here`, place: need.place },
      ...(token && injectable?.kind === 'emits'
        ? [{ message: `${nameOf(token)} is declared here`, place: placeOf(draft, token) }]
        : []),
    ],
  };
}

function mend(draft: Draft, { need, method, emitted }: Excess, all: readonly Excess[]): string {
  const { event } = emitted;
  if (isReply(draft, emitted)) return `return new ${event}(…); // a @Reply is returned, never emitted`;
  const other = otherHandle(draft, need.service, method, emitted);
  if (other) return `${other}.emit(new ${event}(…))`;
  const { injectable, token } = need;
  if (injectable?.kind === 'emits') {
    // All that is missing at once: the mend of one call must not undo that of another.
    const missing = all.filter(
      (each) =>
        each.need.token === token &&
        !isReply(draft, each.emitted) &&
        !otherHandle(draft, each.need.service, each.method, each.emitted),
    );
    const events = [...injectable.events.map(nameOf), ...missing.map((each) => each.emitted.event)];
    return `export abstract class ${nameOf(token)} extends ${emits([...new Set(events)])} {}`;
  }
  const announces = `Announces${event}`;
  const where = need.handler ? 'among the parameters' : 'in the constructor';
  return [
    `export abstract class ${announces} extends ${emits([event])} {}`,
    `// beside ${parameterName(need)}, ${where}: ${need.handler ? '' : 'private readonly '}announces: ${announces}`,
    `// and here: ${need.handler ? '' : 'this.'}announces.emit(new ${event}(…))`,
  ].join('\n');
}

function isReply(draft: Draft, { declared }: EmittedSource): boolean {
  const event = draft.events.find(({ place }) => place && placed(place) === placed(declared));
  return event?.processors === 'reply';
}

/** Another handle within reach of the method that may emit the event. */
function otherHandle(
  draft: Draft,
  service: ServiceDraft,
  method: MethodSource,
  { declared }: EmittedSource,
): string | undefined {
  const handler = service.handlers.find(({ record }) => record.name === method.name);
  const may = ({ injectable }: NeedDraft): boolean =>
    injectable?.kind === 'emits' &&
    injectable.events.some((event) => {
      const place = placeOf(draft, event);
      return place !== undefined && placed(place) === placed(declared);
    });
  const own = handler?.needs.find(may)?.source;
  const shared = service.needs.find(may)?.source;
  return own ? own.name : shared && `this.${shared.name}`;
}

function emits(events: readonly string[]): string {
  return `emits(${events.join(', ')})`;
}
