import type { Demand } from '../rewrite/sections.ts';

/** A core module, rewritten and ready to be compiled. */
export interface CoreModule {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly demand: Readonly<Demand>;
}

/** An interface a component imports, with all it may ask of it. */
export interface ImportedInterface {
  readonly id: string;
  readonly functions: readonly string[];
  readonly resources: readonly string[];
}

/** All that a warm start needs: the contract held, the code is generated, the modules are bounded. */
export interface CacheEntry {
  readonly imports: readonly ImportedInterface[];
  /** Ids of all that is exported. */
  readonly exports: readonly string[];
  /** Ids of the exports whose signatures were checked; only these can be called. */
  readonly checked: readonly string[];
  readonly code: string;
  readonly modules: readonly CoreModule[];
}
