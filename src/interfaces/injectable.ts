import type { Class } from './class.ts';
import type { ResourceInterface } from '../model/index.ts';

/** Where an injectable class keeps what it stands for; inherited by the classes users derive. */
export const injectable: unique symbol = Symbol.for('remit.injectable');

/** What an injectable class stands for. Read by the scan alone. */
export type Injectable =
  | {
      readonly kind: 'resource';
      readonly name: string;
      readonly interface: ResourceInterface;
      readonly operations: readonly string[];
      readonly value?: Class;
      /** The class that `only` narrowed; absent on the class that declares the resource. */
      readonly wider?: Class;
      /** Operations that `only` was asked for and the interface does not have: types refuse them, `as any` does not. */
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'emits'; readonly events: readonly Class[] }
  | { readonly kind: 'asks'; readonly event: Class; readonly replies: readonly Class[] }
  | { readonly kind: 'granted'; readonly granted: 'logger' | 'clock' | 'random' | 'eventContext' };

/** The injectable a class stands for, its own or inherited; `undefined` for any other class. */
export function injectableOf(token: unknown): Injectable | undefined {
  if (typeof token !== 'function') return undefined;
  return (token as { [injectable]?: Injectable })[injectable];
}
