import type { Place } from '../errors/index.ts';

export type Enforceable = 'exact' | 'coarse' | 'none';

/** What a plugin's deploy face says one operation on one resource needs. */
export interface Grant {
  /** `sqlite`, `postgres`. */
  readonly target: string;
  /** `EXECUTE`. */
  readonly action: string;
  /** `function`. */
  readonly resourceType: string;
  /** `remit.kv_orders_get(text)`. */
  readonly resource: string;
  readonly enforceable: Enforceable;
  /** What a coarse grant allows beyond the operation. */
  readonly excess: readonly string[];
  readonly reason: string;
}

/** Why a statement is there. */
export interface Reason {
  readonly service: string;
  /** Absent when the constructor asked, on behalf of every handler. */
  readonly handler?: string;
  readonly resource: string;
  readonly operation: string;
  /** The injectable class that asked. */
  readonly token: string;
  readonly place?: Place;
}

/** One grant to one principal, with everyone who asked for it. */
export interface Statement extends Grant {
  readonly principal: string;
  readonly reasons: readonly Reason[];
}
