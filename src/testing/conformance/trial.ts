import type { Tap } from './tap.ts';

/** One try of a law: stores, and keys of its own. */
export interface Trial<Store> {
  readonly one: Store;
  /** The same resource served by other instances. */
  readonly other: Store;
  /** Another resource of the same plugin. */
  readonly apart: Store;
  readonly tap: Tap;
  /** Starts every key of this trial; 12 characters. */
  readonly prefix: string;
}
