import { Container } from 'inversify';
import { RemitError } from '../errors/index.ts';
import type { Class } from '../interfaces/index.ts';
import type { HandlerModel, Model, ServiceModel } from '../model/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { compileInjection, type Injection } from './injection.ts';
import type { Ports } from './ports.ts';

/** The services of an application, each made once. */
export interface Services {
  /** The instance of a service. */
  instance(service: string): object;
  /** What a handler's parameters are given, by position; absent where none is injected: at the payload's. */
  injections(handler: HandlerModel, service: string): readonly (Injection | undefined)[];
}

type Constructor = new (...parameters: unknown[]) => object;

/**
 * Makes every service with what its constructor needs.
 * @throws RemitError RMT3042 naming the service whose constructor failed.
 */
export function buildServices(model: Model, classes: ReadonlyMap<string, Class>, ports: Ports): Services {
  const container = new Container();
  const instance = (service: string): object => container.get<object>(service);

  for (const service of model.services) bind(service, classes.get(service.name) as Constructor);
  for (const service of model.services) instance(service.name);
  return { instance, injections };

  function bind(service: ServiceModel, implementation: Constructor): void {
    const parameters: (string | symbol)[] = [];
    for (const need of service.needs) {
      if (need.kind === 'service') {
        parameters[need.index] = need.service;
        continue;
      }
      const id = Symbol(`${service.name}#${need.index}`);
      const make = compileInjection(ports, { service: service.name }, need, instance);
      container.bind(id).toConstantValue(make(undefined));
      parameters[need.index] = id;
    }
    container
      .bind<object>(service.name)
      .toResolvedValue((...needs: unknown[]) => construct(service.name, implementation, needs), parameters)
      .inSingletonScope();
  }

  function injections(handler: HandlerModel, service: string): (Injection | undefined)[] {
    const found: (Injection | undefined)[] = [];
    for (const need of handler.needs) {
      found[need.index] = compileInjection(ports, { service, handler: handler.name }, need, instance);
    }
    return found;
  }
}

function construct(service: string, implementation: Constructor, needs: unknown[]): object {
  try {
    return new implementation(...needs);
  } catch (cause) {
    throw new RemitError('RMT3042', `The constructor of ${service} failed.`, { cause, details: { service } });
  }
}

/** The arguments of one call: the payload first when the handler takes one, then what is injected. */
export function argumentsFor(
  injections: readonly (Injection | undefined)[],
  delivery: DeliveryFrame,
  payload: object,
): unknown[] {
  const parameters: unknown[] = [payload];
  for (let index = 0; index < injections.length; index += 1) {
    const inject = injections[index];
    if (inject) parameters[index] = inject(delivery);
  }
  return parameters;
}
