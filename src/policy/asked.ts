import type { HandlerModel, NeedModel, ResourceInterface, ServiceModel } from '../model/index.ts';
import type { Reason } from '../permissions/index.ts';

/** One operation on one resource that some code asks for. */
export interface Asked {
  readonly interface: ResourceInterface;
  readonly resource: string;
  readonly operation: string;
  readonly reason: Reason;
}

type Services = ReadonlyMap<string, ServiceModel>;

/** What the constructor of a service asks for, with all that the services it injects may do on its behalf. */
export function askedByService(service: ServiceModel, services: Services): readonly Asked[] {
  return follow(service.needs, { service: service.name }, services, new Set([service.name]));
}

/** What the parameters of one handler ask for. */
export function askedByHandler(
  service: ServiceModel,
  handler: HandlerModel,
  services: Services,
): readonly Asked[] {
  const asker = { service: service.name, handler: handler.name };
  return follow(handler.needs, asker, services, new Set([service.name]));
}

function follow(
  needs: readonly NeedModel[],
  asker: Pick<Reason, 'service' | 'handler'>,
  services: Services,
  seen: Set<string>,
): readonly Asked[] {
  return needs.flatMap((need) => {
    if (need.kind === 'resource') {
      return need.operations.map((operation) => ({
        interface: need.interface,
        resource: need.resource,
        operation,
        reason: {
          ...asker,
          resource: need.resource,
          operation,
          token: need.token,
          ...(need.place && { place: need.place }),
        },
      }));
    }
    if (need.kind !== 'service' || seen.has(need.service)) return [];
    seen.add(need.service);
    const injected = services.get(need.service);
    if (!injected) return [];
    const its = [...injected.needs, ...injected.handlers.flatMap((handler) => handler.needs)];
    return follow(its, asker, services, seen);
  });
}
