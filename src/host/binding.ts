import type { BlobStore, KeyValueStore } from '../interfaces/index.ts';
import type { ResourceInterface } from '../model/index.ts';
import type { Grant } from '../permissions/index.ts';
import type { PoolStatistics } from './component.ts';

/** A plugin bound in one environment: component, connector and limits. */
export interface Binding {
  readonly plugin: string;
  /** The byte-level store of a resource. Made once at start, not per call. */
  keyValue(resource: string): KeyValueStore;
  blobs(resource: string): BlobStore;
  /** Runs the manage face: creates what the resource needs. */
  provision(kind: ResourceInterface, resource: string): Promise<void>;
  health(): Promise<void>;
  /** Asks the deploy face; no connector is within its reach. */
  grants(kind: ResourceInterface, resource: string, operation: string): Promise<readonly Grant[]>;
  statistics(): PoolStatistics;
  close(): Promise<void>;
}
