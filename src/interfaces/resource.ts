import { RemitError } from '../errors/index.ts';
import type { ResourceInterface } from '../model/index.ts';
import type { Class } from './class.ts';
import { type Injectable, injectable, injectableOf } from './injectable.ts';

declare const brand: unique symbol;

/** Marks a handle with the resource and the operations it stands for, so that structure alone never suffices. */
export type Handle<Interface, Name extends string, Operations extends keyof Interface> = Pick<
  Interface,
  Operations
> & {
  readonly [brand]: {
    readonly resource: Name;
    // Contravariant, so that a wider handle passes for a narrower one, and a place to infer the operations from.
    readonly operations: (operation: Operations) => void;
  };
};

/** The class that `keyValue`, `blobs` and `only` return, to be extended with an empty body. */
export type Resource<
  Interface,
  Name extends string,
  Operations extends keyof Interface,
> = (abstract new () => Handle<Interface, Name, Operations>) & { readonly __interface?: Interface };

/** Makes the class that stands for a resource. For the modules of each interface; not for users. */
export function resourceClass(
  name: string,
  kind: ResourceInterface,
  operations: readonly string[],
  value?: Class,
): Class {
  abstract class ResourceToken {
    static readonly [injectable]: Injectable = {
      kind: 'resource',
      name,
      interface: kind,
      operations,
      unknown: [],
      ...(value && { value }),
    };
  }
  return ResourceToken;
}

/**
 * A narrower view of a resource: extend it with an empty body, and inject it where only these operations are
 * needed. Unknown operations, and ones the wider interface does not have, do not compile.
 *
 * ```ts
 * export abstract class OrderBook extends only(Orders, 'get', 'set') {}
 * ```
 * @throws RemitError RMT1090 when `resource` is not a resource class.
 */
export function only<
  Interface,
  Name extends string,
  Operations extends keyof Interface,
  Picked extends Operations,
>(
  resource: Resource<Interface, Name, Operations>,
  ...operations: readonly [Picked, ...Picked[]]
): Resource<Interface, Name, Picked> {
  const wider = injectableOf(resource);
  if (wider?.kind !== 'resource') {
    throw new RemitError(
      'RMT1090',
      'only() narrows a resource: pass it a class made by keyValue() or blobs().',
    );
  }
  const asked = operations.map(String);
  const narrowed: Injectable = {
    ...wider,
    wider: resource,
    operations: asked.filter((operation) => wider.operations.includes(operation)),
    unknown: [...wider.unknown, ...asked.filter((operation) => !wider.operations.includes(operation))],
  };
  abstract class NarrowedToken {
    static readonly [injectable] = narrowed;
  }
  return NarrowedToken as unknown as Resource<Interface, Name, Picked>;
}
