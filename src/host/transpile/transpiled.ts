import type { Demand } from '../rewrite/sections.ts';

/** A core module, rewritten and ready to be compiled. */
export interface CoreModule {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly demand: Readonly<Demand>;
}

/** All that is needed to run a component without its transpiler. */
export interface Transpiled {
  readonly code: string;
  readonly modules: readonly CoreModule[];
}
