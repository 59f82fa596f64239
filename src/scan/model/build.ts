import type { Class } from '../../interfaces/index.ts';
import type { Model, Processors, ResourceModel, ServiceModel } from '../../model/index.ts';
import type { Draft, EventDraft, ResourceDraft, ServiceDraft } from '../draft/draft.ts';
import { compare } from '../draft/order.ts';
import type { Code } from '../scanned.ts';
import { environmentModel } from './environment.ts';
import { eventModel } from './event.ts';
import { deepFreeze } from './freeze.ts';
import { handlerModel, needModels } from './handler.ts';

/** The model of a draft that no rule objected to. */
export function buildModel(draft: Draft): Model {
  return deepFreeze<Model>({
    format: 1,
    name: draft.application.name,
    units: unitsOf(draft),
    services: draft.services.map((service) => serviceModel(draft, service)),
    events: draft.events.filter(isDeclared).map(eventModel),
    resources: [...firstByName(draft.resources).values()].map(resourceModel),
    environments: draft.environments.map(environmentModel),
  });
}

/** The classes and definitions behind the model. */
export function codeOf(draft: Draft): Code {
  const resources = [...firstByName(draft.resources)];
  return {
    services: new Map(draft.services.map((service) => [service.name, service.class])),
    events: new Map(draft.events.map((event) => [event.name, event.class])),
    values: new Map(
      resources.flatMap(([name, { injectable }]): [string, Class][] =>
        injectable.value ? [[name, injectable.value]] : [],
      ),
    ),
    environments: new Map(draft.environments.map((each) => [each.name, each.definition])),
  };
}

function unitsOf(draft: Draft): Record<string, string[]> {
  return Object.fromEntries(
    [...draft.units.keys()].map((unit) => [
      unit,
      draft.services.filter((service) => service.unit === unit).map((service) => service.name),
    ]),
  );
}

function serviceModel(draft: Draft, service: ServiceDraft): ServiceModel {
  return {
    name: service.name,
    class: service.class.name,
    unit: service.unit,
    formerly: (service.record?.services[0]?.formerly ?? []).toSorted(compare),
    needs: needModels(draft, service.needs),
    handlers: service.handlers.map((handler) => handlerModel(draft, handler)),
    ...(service.place && { place: service.place }),
  };
}

function resourceModel({ class: declared, injectable, place }: ResourceDraft): ResourceModel {
  return {
    name: injectable.name,
    interface: injectable.interface,
    ...(injectable.value && { value: injectable.value.name }),
    class: declared.name,
    ...(place && { place }),
  };
}

function firstByName(resources: readonly ResourceDraft[]): ReadonlyMap<string, ResourceDraft> {
  const first = new Map<string, ResourceDraft>();
  for (const resource of resources) {
    const { name } = resource.injectable;
    if (!first.has(name)) first.set(name, resource);
  }
  return first;
}

function isDeclared(event: EventDraft): event is EventDraft & { readonly processors: Processors } {
  return event.processors !== undefined;
}
