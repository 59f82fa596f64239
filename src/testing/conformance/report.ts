import type { Code } from '../../errors/index.ts';
import type { ResourceInterface } from '../../model/index.ts';

/** One way in which a plugin does not conform. */
export interface ConformanceFinding {
  /** RMT2101 a law, RMT2102 missing, RMT2103 excess, RMT2104 an import; else what the host said. */
  readonly code: Code;
  readonly interface?: ResourceInterface;
  readonly operation?: string;
  /** The law, in its words. */
  readonly law?: string;
  /** The action that is missing or in excess: `SELECT on table kv_orders`. */
  readonly action?: string;
  readonly message: string;
  /** The simplest input that was found to break the law. */
  readonly input?: string;
}

/** The most that one call of an operation took. */
export interface OperationUsage {
  readonly interface: string;
  readonly operation: string;
  readonly fuel: number;
  /** MiB. */
  readonly memory: number;
}

/** What the kit found out about a plugin. */
export interface ConformanceReport {
  readonly plugin: string;
  /** SHA-256 of the component, hex. */
  readonly digest: string;
  readonly connector: string;
  readonly seed: number;
  readonly conforms: boolean;
  /** Laws that were judged, by interface. */
  readonly laws: readonly {
    readonly interface: ResourceInterface;
    readonly name: string;
    readonly held: boolean;
  }[];
  readonly findings: readonly ConformanceFinding[];
  readonly limits: { readonly fuel: number; readonly memory: number };
  readonly usage: readonly OperationUsage[];
}
