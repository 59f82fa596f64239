import type { Place } from '../errors/index.ts';

/** The resource interfaces Remit knows. Each is served by the WIT interfaces its provider exports. */
export type ResourceInterface = 'keyValue' | 'blobs';

/** A resource, declared once: `class Orders extends keyValue('orders', Order) {}`. */
export interface ResourceModel {
  readonly name: string;
  readonly interface: ResourceInterface;
  /** Name of the class its values are validated against; absent where values are bytes. */
  readonly value?: string;
  /** Class that declares it. */
  readonly class: string;
  readonly place?: Place;
}
