import type { Attributes } from '../telemetry.ts';

/** How often something happened, for one attribute set. */
export class Counter {
  readonly attributes: Attributes;
  count = 0;

  constructor(attributes: Attributes) {
    this.attributes = attributes;
  }

  clear(): void {
    this.count = 0;
  }
}
