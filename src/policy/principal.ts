import type { Model, ServiceModel } from '../model/index.ts';
import { type Asked, askedByHandler, askedByService } from './asked.ts';

/** How fine a policy document is: one principal per process, per service or per handler. */
export type Granularity = 'unit' | 'service' | 'handler';

/** Someone who holds rights, and every right its code asks for. */
export interface Principal {
  /** `orders.main`, `orders.main.Ordering`, `orders.main.Ordering.place`. */
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Absent when the running process can really hold just these rights; else why it cannot. */
  readonly notEnforced?: string;
}

/** The principals of a model, sorted by name; those that ask for nothing included. */
export function principalsOf(model: Model, granularity: Granularity): readonly Principal[] {
  const byName = new Map(model.services.map((service) => [service.name, service]));
  return Object.entries(model.units)
    .flatMap(([unit, names]) => {
      const services = names.flatMap((name) => byName.get(name) ?? []);
      const prefix = `${model.name}.${unit}`;
      if (granularity === 'unit') {
        return [{ name: prefix, asked: services.flatMap((service) => everythingOf(service, byName)) }];
      }
      return services.flatMap((service) => finer(prefix, service, granularity, byName, names));
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function finer(
  prefix: string,
  service: ServiceModel,
  granularity: 'service' | 'handler',
  byName: ReadonlyMap<string, ServiceModel>,
  inUnit: readonly string[],
): readonly Principal[] {
  if (granularity === 'service') {
    const others = inUnit.filter((name) => name !== service.name);
    const principal = { name: `${prefix}.${service.name}`, asked: everythingOf(service, byName) };
    if (others.length === 0) return [principal];
    return [
      { ...principal, notEnforced: `the process also runs ${others.join(', ')} and holds their rights too` },
    ];
  }
  const shared = askedByService(service, byName);
  return service.handlers.map((handler) => ({
    name: `${prefix}.${handler.name}`,
    asked: [...shared, ...askedByHandler(service, handler, byName)],
    notEnforced: 'a process holds the rights of all its handlers',
  }));
}

function everythingOf(service: ServiceModel, byName: ReadonlyMap<string, ServiceModel>): readonly Asked[] {
  return [
    ...askedByService(service, byName),
    ...service.handlers.flatMap((handler) => askedByHandler(service, handler, byName)),
  ];
}
