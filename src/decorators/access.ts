import { methodRecord } from './record.ts';

/** Lets anyone outside send to this handler, by every way it can be reached. */
export function Public(): MethodDecorator {
  return (target, property) => {
    methodRecord(target, property).access.push({ kind: 'public' });
  };
}

/**
 * Lets those outside send to this handler who proved who they are and hold all of `scopes`.
 *
 * ```ts
 * @Delete('/orders/:id') @Authenticated('orders:admin')
 * ```
 */
export function Authenticated(...scopes: readonly string[]): MethodDecorator {
  return (target, property) => {
    methodRecord(target, property).access.push({ kind: 'authenticated', scopes });
  };
}
