import type { EnvironmentModel } from './environment.ts';
import type { EventModel } from './event.ts';
import type { ResourceModel } from './resource.ts';
import type { ServiceModel } from './service.ts';

/**
 * Everything an application declares, as plain, deeply frozen, JSON-able data, sorted by name so that equal
 * applications print equally. Everything but the scan reads this and never the metadata.
 */
export interface Model {
  readonly format: 1;
  readonly name: string;
  /** Unit name → names of its services. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly services: readonly ServiceModel[];
  readonly events: readonly EventModel[];
  readonly resources: readonly ResourceModel[];
  readonly environments: readonly EnvironmentModel[];
}
