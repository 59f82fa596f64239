import type { Application } from '../../decorators/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { LockFile } from '../lock-file.ts';
import type { SourceIndex } from '../sources.ts';
import type { Draft, ServiceDraft } from './draft.ts';
import { readEnvironments } from './environment.ts';
import { readEvents } from './event.ts';
import { compare, sortedBy } from './order.ts';
import { readResources, readTokens } from './resource.ts';
import { readService } from './service.ts';

/** Reads everything that decorators and `app()` said, and judges nothing. */
export function readDraft(application: Application, sources: SourceIndex, lock: LockFile | undefined): Draft {
  const units = readUnits(application);
  const services = readServices(units, sources);
  const tokens = readTokens(services);
  const resources = readResources(tokens, sources);
  return {
    application,
    sources,
    units,
    services,
    tokens,
    resources,
    events: readEvents(services, sources),
    environments: readEnvironments(application, resources, sources),
    ...(lock && { lock }),
  };
}

function readUnits(application: Application): ReadonlyMap<string, readonly Class[]> {
  const { services, units } = application.definition;
  const listed = Object.entries(units ?? {}).sort(([a], [b]) => compare(a, b));
  return new Map<string, readonly Class[]>(
    services || listed.length === 0 ? [['main', services ?? []], ...listed] : listed,
  );
}

function readServices(units: ReadonlyMap<string, readonly Class[]>, sources: SourceIndex): ServiceDraft[] {
  const services = new Map<Class, ServiceDraft>();
  for (const [unit, listed] of units) {
    for (const target of listed) {
      if (typeof target !== 'function' || services.has(target)) continue;
      services.set(target, readService(target, unit, sources));
    }
  }
  return sortedBy(services.values(), (service) => `${service.name} ${service.class.name}`);
}
