import type { Operation, Usage } from './component.ts';
import type { Connector } from './connectors/connector.ts';

/** Stands around a binding and watches it: the conformance kit's. A binding without one pays nothing for it. */
export interface Probe {
  /** The connector that the component is given in place of the real one. */
  through(connector: Connector): Connector;
  /** What a call took of its fuel and memory. */
  spent(operation: Operation, usage: Usage): void;
}
