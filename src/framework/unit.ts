import { RemitError } from '../errors/index.ts';
import type { Model, NeedModel, ServiceModel } from '../model/index.ts';
import type { Scanned } from '../scan/index.ts';

/**
 * What one process runs of an application: the services of one unit with the resources they need. Events keep all
 * their handlers, since those of other units are delivered by way of the shared log.
 * @throws RemitError RMT3044 when there is no such unit, RMT3045 when it asks a query that another unit answers.
 */
export function unitOf(scanned: Scanned, unit: string): Scanned {
  const { model } = scanned;
  if (!Object.hasOwn(model.units, unit)) {
    const known = Object.keys(model.units);
    throw new RemitError('RMT3044', `There is no unit ${unit}; there is ${known.join(', ')}.`, {
      details: { unit, known },
    });
  }
  const services = model.services.filter((service) => service.unit === unit);
  refuseForeignQueries(model, unit, services);
  const needed = new Set(services.flatMap(needsOf).map((need) => need.kind === 'resource' && need.resource));
  const resources = model.resources.filter(({ name }) => needed.has(name));
  return { ...scanned, model: { ...model, services, resources } };
}

function needsOf({ needs, handlers }: ServiceModel): readonly NeedModel[] {
  return [...needs, ...handlers.flatMap((handler) => handler.needs)];
}

function refuseForeignQueries(model: Model, unit: string, services: readonly ServiceModel[]): void {
  const own = new Set(services.flatMap(({ handlers }) => handlers.map(({ name }) => name)));
  for (const service of services) {
    for (const need of needsOf(service)) {
      if (need.kind !== 'asks') continue;
      const handler = model.events.find(({ name }) => name === need.event)?.processedBy[0];
      if (handler === undefined || own.has(handler)) continue;
      throw new RemitError(
        'RMT3045',
        `${service.name} of the unit ${unit} asks ${need.event} through ${need.token}, and ${handler} runs in another unit.`,
        { details: { unit, service: service.name, query: need.event, handler } },
      );
    }
  }
}
