import type { GrantedNeed, NeedModel, ResourceNeed } from '../model/index.ts';
import { compileAsker } from './asker.ts';
import { blobWork } from './blobs.ts';
import { Codec } from './codec.ts';
import { DeliveryContext } from './delivery-context.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { DeliveryLogger } from './delivery-logger.ts';
import { compileEmitter } from './emitter.ts';
import { type EventPlans, plansByPrototype } from './event-plan.ts';
import { compileHandle } from './handle.ts';
import { keyValueWork } from './key-value.ts';
import type { Work } from './operation.ts';
import type { Ports } from './ports.ts';
import type { Principal } from './principal.ts';

/** Makes what is injected for one need: for a delivery, or, without one, for the life of the service. */
export type Injection = (delivery: DeliveryFrame | undefined) => unknown;

function eventsOf(ports: Ports, names: readonly string[]): EventPlans {
  return plansByPrototype(names.map((name) => ports.events.get(name)).filter((plan) => plan !== undefined));
}

function workOf(ports: Ports, { interface: kind, resource }: ResourceNeed): Record<string, Work> {
  if (kind === 'blobs') return blobWork(resource, ports.blobs(resource));
  const codec = new Codec(resource, ports.value(resource));
  return keyValueWork(resource, ports.keyValue(resource), codec, ports.telemetry);
}

/** Compiles the need of one principal; `service` finds another service's instance. */
export function compileInjection(
  ports: Ports,
  principal: Principal,
  need: NeedModel,
  service: (name: string) => object,
): Injection {
  const { telemetry } = ports;
  switch (need.kind) {
    case 'resource':
      return compileHandle(telemetry, ports.guard, {
        principal,
        kind: need.interface,
        resource: need.resource,
        granted: need.operations,
        work: workOf(ports, need),
      });
    case 'emits':
      return compileEmitter(telemetry, principal, eventsOf(ports, need.events));
    case 'asks':
      return compileAsker(telemetry, principal, eventsOf(ports, [need.event]), ports.ask);
    case 'service': {
      const instance = service(need.service);
      return () => instance;
    }
    case 'granted':
      return granted(ports, principal, need.granted);
    default:
      return need satisfies never;
  }
}

function granted(ports: Ports, principal: Principal, which: GrantedNeed['granted']): Injection {
  if (which === 'eventContext') return (delivery) => new DeliveryContext(ports.telemetry, delivery);
  const shared = {
    logger: new DeliveryLogger(ports.telemetry, principal),
    clock: ports.clock,
    random: ports.random,
  };
  const injected = shared[which];
  return () => injected;
}
