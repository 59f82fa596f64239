import type { Grant } from '../../permissions/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';
import type { Instance, WitInterfaces } from '../component.ts';

/**
 * What the operation in flight may do through a connector. Made by the connector from the deploy face's grants, kept
 * with the call, and understood by the connector alone.
 */
export type Scope = object;

/** Something a connector was asked to do: `SELECT` on the table `kv_orders`. Names only, never a value. */
export interface Deed {
  readonly action: string;
  readonly resourceType: string;
  /** As the grant that allows it writes it. */
  readonly resource: string;
}

/** Is told what an operation did through a connector, and what it was refused. For the conformance kit. */
export interface Observer {
  exercised(deed: Deed): void;
  refused(deed: Deed): void;
}

/** A host capability bound for one plugin: sockets and credentials stay here, every call is judged. */
export interface Connector {
  /** The WIT interface it serves, without version: `remit:connect/sql`. */
  readonly wit: string;
  /** Whether its functions answer with promises. */
  readonly asynchronous: boolean;
  /** Of the management face, which creates things and acts as the owner. */
  readonly ownerScope: Scope;
  /** What these grants allow, and nothing else; every judgement is told to `observer` when there is one. */
  scopeOf(operation: string, grants: readonly Grant[], observer?: Observer): Scope;
  /**
   * Its functions for one instance: judged by the scope of the call in flight, traced, and failing with the error that
   * WIT has. A ConnectorFailure is told to the component and kept for the caller.
   */
  imports(instance: Instance, telemetry: Telemetry): WitInterfaces;
  /** The same functions, which all refuse: for the deploy face. */
  sealed(): WitInterfaces;
  /** Connects as operations do, which is not as the management face does. Throws ConnectorFailure and nothing else. */
  check(): Promise<void>;
  /** Ends every connection; further calls fail. */
  close(): Promise<void>;
}
