/** What the host asks the deploy face. */
export interface Need {
  /** `keyValue`, `blobs`. */
  readonly resourceInterface: string;
  readonly resource: string;
  readonly operation: string;
  /** `sqlite`, `postgres`. */
  readonly target: string;
  /** The schema on a server that has schemas; else empty. */
  readonly namespace: string;
}

/** One action on one target resource that an operation needs. */
export interface Grant {
  readonly target: string;
  readonly action: string;
  readonly resourceType: string;
  readonly resource: string;
  readonly enforceable: 'exact' | 'coarse' | 'none';
  /** What a coarse grant allows beyond the operation. */
  readonly excess: readonly string[];
  readonly reason: string;
}

/** `remit:plugin/deploy`, to be exported as `deploy`. Must not call a connector; throws a sentence. */
export interface Deploy {
  grants(need: Need): readonly Grant[];
}

/** `remit:plugin/manage`, to be exported as `manage`. Both throw a sentence. */
export interface Manage {
  /** Creates what the resource needs and is not there yet. */
  provision(resourceInterface: string, resource: string): void;
  health(): void;
}
