import type { Class } from './class.ts';
import { type Resource, resourceClass } from './resource.ts';

/** One page of keys. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/**
 * Values of one class under string keys. Values are validated on the way in and out: RMT3011 when a stored
 * value no longer fits its class, RMT3010 when one to be stored does not.
 */
export interface KeyValue<T> {
  /** The value, or `undefined` when there is none. */
  get(key: string): Promise<T | undefined>;
  exists(key: string): Promise<boolean>;
  /** Values in the order of `keys`, `undefined` where there is none. */
  getMany(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** A page of at most 1,000 keys in order. */
  list(after?: string): Promise<KeyPage>;
  set(key: string, value: T): Promise<void>;
  /** All or none. */
  setMany(entries: readonly (readonly [key: string, value: T])[]): Promise<void>;
  /** Deletes the value; does nothing when there is none. */
  delete(key: string): Promise<void>;
  /** Adds to a counter, which starts at 0 when absent, and returns the sum. Counters hold no `T`. */
  increment(key: string, by?: number): Promise<number>;
  /**
   * Replaces the value by what `change` makes of it, atomically; `change` runs again when another writer came
   * between, up to ten times (RMT3012 then). Returns the value stored.
   */
  swap(key: string, change: (current: T | undefined) => T): Promise<T>;
}

/** Every operation of `KeyValue`, sorted. */
export const keyValueOperations = [
  'delete',
  'exists',
  'get',
  'getMany',
  'increment',
  'list',
  'set',
  'setMany',
  'swap',
] as const satisfies readonly (keyof KeyValue<unknown>)[];

/**
 * Declares a key-value resource. Declare each once; narrow it with `only`.
 *
 * ```ts
 * export abstract class Orders extends keyValue('orders', Order) {}
 * ```
 */
export function keyValue<Name extends string, T>(
  name: Name,
  value: Class<T>,
): Resource<KeyValue<T>, Name, keyof KeyValue<T>> {
  return resourceClass(name, 'keyValue', keyValueOperations, value) as Resource<
    KeyValue<T>,
    Name,
    keyof KeyValue<T>
  >;
}
