import type { BlobStore, Clock, KeyValueStore, Random } from '../interfaces/index.ts';
import type { Guard } from '../permissions/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Payload } from '../validation/index.ts';
import type { Ask } from './asker.ts';
import type { EventPlan } from './event-plan.ts';

/** What injected things reach the rest of Remit through. */
export interface Ports {
  readonly telemetry: Telemetry;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly random: Random;
  /** By the event's name. */
  readonly events: ReadonlyMap<string, EventPlan>;
  /** The validation of a key-value resource's values. */
  value(resource: string): Payload;
  keyValue(resource: string): KeyValueStore;
  blobs(resource: string): BlobStore;
  readonly ask: Ask;
}
