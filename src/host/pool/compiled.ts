import type { Demand } from '../rewrite/sections.ts';
import type { Instantiate } from '../transpile/generated.ts';

/** A component ready to be instantiated any number of times. */
export interface Compiled {
  readonly name: string;
  readonly instantiate: Instantiate;
  readonly modules: ReadonlyMap<string, WebAssembly.Module>;
  /** Id and name without version of the exports that may be called. */
  readonly checked: readonly (readonly [id: string, name: string])[];
  readonly demands: ReadonlyMap<WebAssembly.Module, Readonly<Demand>>;
}
