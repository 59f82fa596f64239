import 'reflect-metadata';
import type { Class } from '../../interfaces/index.ts';

/**
 * What a compiler recorded of one parameter's type. `class`: a class token; `erased`: a type that leaves nothing
 * at run time; `absent`: the compiler recorded no types at all.
 */
export type SeenType =
  | { readonly kind: 'class'; readonly class: Class }
  | { readonly kind: 'erased' }
  | { readonly kind: 'absent' };

const erasures: readonly unknown[] = [Object, Function, undefined, null];

/**
 * Types of the parameters of a constructor, or of a method of `target`'s prototype, as `design:paramtypes` says.
 * `undefined`: nothing was recorded on this very class, which is also so for a class without a constructor.
 */
export function parameterTypes(target: Class, method?: string): readonly unknown[] | undefined {
  const types: unknown =
    method === undefined
      ? Reflect.getOwnMetadata('design:paramtypes', target)
      : Reflect.getOwnMetadata('design:paramtypes', prototypeOf(target), method);
  return Array.isArray(types) ? types : undefined;
}

/** Only class tokens are taken from metadata: on everything else tsc, swc and oxc disagree. */
export function seenType(types: readonly unknown[] | undefined, index: number): SeenType {
  if (!types) return { kind: 'absent' };
  const type = types[index];
  if (erasures.includes(type) || typeof type !== 'function') return { kind: 'erased' };
  return { kind: 'class', class: type as unknown as Class };
}

/** The prototype of a class, which its type does not tell. */
export function prototypeOf(target: Class): object {
  return (target as unknown as { readonly prototype: object }).prototype;
}
