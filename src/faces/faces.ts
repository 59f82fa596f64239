import type { ResourceInterface } from '../model/index.ts';
import type { Grant } from '../permissions/index.ts';

/** One operation on one resource, to be asked a deploy face for. */
export interface FaceQuestion {
  readonly interface: ResourceInterface;
  readonly resource: string;
  readonly operation: string;
}

/** What the bound plugin's deploy face says the operation needs. */
export interface Face extends FaceQuestion {
  readonly grants: readonly Grant[];
}
