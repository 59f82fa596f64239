import type { Guard } from '../permissions/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { Operation, type Work } from './operation.ts';
import { assertOpen, type Principal, refuse } from './principal.ts';

/** What one need asks for, and what serves it. */
export interface HandleDesign {
  readonly principal: Principal;
  readonly kind: string;
  readonly resource: string;
  /** What the need declares. */
  readonly granted: readonly string[];
  /** Every operation of the interface with its work; those not granted become refusals. */
  readonly work: Readonly<Record<string, Work>>;
}

/** Makes a handle: for one delivery, revoked when it ends, or for as long as the service lives. */
export type HandleMaker = (delivery: DeliveryFrame | undefined) => object;

const takenOff = 'the method was taken off its handle; call it as a method, handle.operation()';

type Method = (this: unknown, first: unknown, second: unknown) => unknown;

/**
 * Compiles the class of one need's handles. Its prototype has no parent and no constructor, is frozen, and holds
 * code only for what was granted; each need has a class of its own, so one need's methods refuse another's handles.
 */
export function compileHandle(telemetry: Telemetry, guard: Guard, design: HandleDesign): HandleMaker {
  const { principal, resource } = design;
  let deliveryOf!: (handle: unknown, operation: string) => DeliveryFrame | undefined;

  class Handle {
    readonly #delivery: DeliveryFrame | undefined;
    static {
      deliveryOf = (handle, operation) => {
        if (typeof handle !== 'object' || handle === null || !(#delivery in handle)) {
          return refuse(telemetry, principal, resource, operation, takenOff);
        }
        return handle.#delivery;
      };
    }
    constructor(delivery: DeliveryFrame | undefined) {
      this.#delivery = delivery;
      Object.freeze(this);
    }
  }

  const prototype = Handle.prototype as object;
  Reflect.deleteProperty(prototype, 'constructor');
  Object.setPrototypeOf(prototype, null);
  for (const [name, work] of Object.entries(design.work)) {
    const granted =
      design.granted.includes(name) && guard.allows(principal.service, principal.handler, resource, name);
    const method = granted ? calling(name, work) : refusing(name);
    Object.defineProperty(prototype, name, { value: Object.freeze(method), enumerable: true });
  }
  const tag = `${resource}: ${design.granted.join(', ')}`;
  Object.defineProperty(prototype, Symbol.toStringTag, { value: tag });
  Object.freeze(prototype);
  return (delivery) => new Handle(delivery);

  function calling(name: string, work: Work): Method {
    const operation = new Operation(telemetry, design.kind, resource, name, work);
    const what = `${name} on ${resource}`;
    return {
      [name](this: unknown, first: unknown, second: unknown): unknown {
        const delivery = deliveryOf(this, name);
        if (delivery !== undefined) assertOpen(delivery, principal, what);
        return operation.run(delivery, first, second);
      },
    }[name] as Method;
  }

  function refusing(name: string): Method {
    return {
      [name](): never {
        return refuse(telemetry, principal, resource, name);
      },
    }[name] as Method;
  }
}
