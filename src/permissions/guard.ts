import type { Model, NeedModel } from '../model/index.ts';

/** Judges who may do what inside the process, by the same needs that policies are made of. */
export interface Guard {
  /**
   * Whether code of `service` may call `operation` on `resource`: by a constructor need of the service, or by a
   * parameter need of `handler` (`Service.handler`) when one is given. Whatever is not declared is refused.
   */
  allows(service: string, handler: string | undefined, resource: string, operation: string): boolean;
}

type Rights = Map<string, Set<string>>;

function rightsOf(needs: readonly NeedModel[]): Rights {
  const rights: Rights = new Map();
  for (const need of needs) {
    if (need.kind !== 'resource') continue;
    const operations = rights.get(need.resource) ?? new Set();
    for (const operation of need.operations) operations.add(operation);
    rights.set(need.resource, operations);
  }
  return rights;
}

/** Compiles the judge once, at start; judging is two look-ups. */
export function compileGuard(model: Model): Guard {
  const services = new Map<string, Rights>();
  const handlers = new Map<string, { readonly service: string; readonly rights: Rights }>();
  for (const service of model.services) {
    services.set(service.name, rightsOf(service.needs));
    for (const handler of service.handlers) {
      handlers.set(handler.name, { service: service.name, rights: rightsOf(handler.needs) });
    }
  }
  return {
    allows(service, handler, resource, operation) {
      if (services.get(service)?.get(resource)?.has(operation) === true) return true;
      if (handler === undefined) return false;
      const own = handlers.get(handler);
      return own?.service === service && own.rights.get(resource)?.has(operation) === true;
    },
  };
}
