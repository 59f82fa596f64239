import type { LimitsDefinition } from '../../decorators/index.ts';
import type { ResourceInterface } from '../../model/index.ts';

/** What a conformance run takes. */
export interface ConformanceOptions {
  /** The `.wasm` file of the component. */
  readonly component: string | URL;
  /**
   * What it is connected to: a SQLite file of its own that is deleted afterwards, or a scratch schema of a PostgreSQL
   * server, where the tables of the run stay.
   */
  readonly connector:
    | { readonly kind: 'sqlite' }
    | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string };
  /** Interfaces to judge; default: those that the component exports. */
  readonly interfaces?: readonly ResourceInterface[];
  /** Random inputs of each law; default 20. */
  readonly runs?: number;
  /** Of the random inputs; default 1. The same seed makes the same inputs. */
  readonly seed?: number;
  readonly limits?: LimitsDefinition;
  /** Folder of transpiled components; default: `.remit/cache`. */
  readonly cache?: string;
}
