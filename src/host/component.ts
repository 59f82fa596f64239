import type { TraceContext } from '../telemetry/index.ts';

/** What an instance is working on; connectors and the sandbox judge and attribute calls by it. */
export interface Operation {
  readonly interface: 'keyValue' | 'blobs' | 'deploy' | 'manage';
  readonly resource: string;
  readonly operation: string;
  /** Span of the resource operation, parent of the plugin call's. */
  readonly trace?: TraceContext | undefined;
  /** What connector calls may do meanwhile; understood by the connector alone. Absent: nothing. */
  readonly scope?: object | undefined;
}

// oxlint-disable-next-line typescript/no-explicit-any -- signatures come from WIT and are checked by the contract before anything runs
export type WitFunction = (...parameters: any[]) => any;

/** Functions and resource classes by interface name without version: `remit:connect/sql`. */
export type WitInterfaces = Readonly<Record<string, Readonly<Record<string, WitFunction>>>>;

/** One instantiated component, used by one call at a time. */
export interface Instance {
  readonly exports: WitInterfaces;
  /** The operation in flight; `undefined` between calls. */
  readonly operation: Operation | undefined;
  /** What callers keep with the instance, such as open buckets; gone when it is discarded. */
  readonly kept: Map<string, unknown>;
}

/** Bounds of one binding. */
export interface Limits {
  readonly instances: number;
  /** Calls that may wait for an instance; one more is refused (RMT2021). */
  readonly queue: number;
  readonly fuel: number;
  /** MiB. */
  readonly memory: number;
  /** Milliseconds. */
  readonly deadline: number;
}

/** What one call took of its bounds. */
export interface Usage {
  readonly fuel: number;
  /** MiB that the instance has, over all its memories. */
  readonly memory: number;
}

export interface PoolOptions {
  readonly limits: Limits;
  /** Is told what every call took, those that failed too; absent: nothing is measured. */
  spent?(operation: Operation, usage: Usage): void;
  /** Imports granted to an instance; all others are refused. Every function returns or throws a WIT error. */
  imports(instance: Instance): WitInterfaces;
}

export interface PoolStatistics {
  readonly instances: number;
  readonly busy: number;
  readonly waiting: number;
  readonly discarded: number;
}

/** Instances of one component under one grant. */
export interface Pool {
  /**
   * Runs `work` on an idle instance within fuel, memory and deadline. A WIT error of the component passes through
   * as it is; every other fault ends the instance and is thrown as a RemitError RMT20xx.
   */
  use<T>(operation: Operation, work: (instance: Instance) => T | Promise<T>): Promise<T>;
  statistics(): PoolStatistics;
  /** Refuses new calls, waits for running ones, drops the instances. */
  close(): Promise<void>;
}

/** A component whose contract was checked and whose modules are compiled; nothing of it has run. */
export interface Component {
  readonly name: string;
  /** SHA-256 of the component's bytes, hex. */
  readonly digest: string;
  /** Interfaces with versions: `wasi:keyvalue/store@0.2.0-draft2`. */
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  pool(options: PoolOptions): Pool;
}

/** What a binding must find in a component. */
export interface LoadOptions {
  readonly name: string;
  readonly file: string | URL;
  /** Interfaces (without version) that must be exported as in Remit's WIT: RMT2002, RMT2003 otherwise. */
  readonly required: readonly string[];
  /** Interfaces the host offers to it; an import outside of these and of WASI is RMT2004. */
  readonly offered: readonly string[];
  /** Whether any import is asynchronous: then calls go through JSPI. */
  readonly asynchronous: boolean;
  /** Folder of transpiled output, by hash. */
  readonly cache: string;
  /** Folder of output that came with Remit: looked into first, never written. What it holds runs outside of the sandbox. */
  readonly shipped?: string;
}
