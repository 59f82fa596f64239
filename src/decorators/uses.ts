import type { Class, Resource } from '../interfaces/index.ts';
import { recordOf } from './record.ts';

/**
 * Says on a parameter what its type says elsewhere: for compilers that emit no metadata, and for those who prefer
 * to see the need as a decorator. Operations narrow a resource in place. A conflict with the type is an error.
 *
 * ```ts
 * constructor(@Uses(Orders, 'get') private readonly orders: Pick<KeyValue<Order>, 'get'>) {}
 * ```
 */
export function Uses<
  Interface,
  Name extends string,
  Operations extends keyof Interface,
  Picked extends Operations,
>(resource: Resource<Interface, Name, Operations>, ...operations: readonly Picked[]): ParameterDecorator;
export function Uses(token: Class): ParameterDecorator;
export function Uses(token: Class, ...operations: readonly PropertyKey[]): ParameterDecorator {
  return (target, property, index) => {
    const isConstructor = property === undefined;
    const isStatic = !isConstructor && typeof target === 'function';
    recordOf(typeof target === 'function' ? target : target.constructor).uses.push({
      ...(!isConstructor && { method: String(property) }),
      static: isStatic,
      index,
      token,
      operations: operations.map(String),
    });
  };
}
