import type { Place } from '../errors/index.ts';

/** `one`: exactly one processor; `many`: any number; `reply`: an answer that needs none. */
export type Processors = 'one' | 'many' | 'reply';

export interface EventModel {
  readonly name: string;
  readonly class: string;
  readonly processors: Processors;
  /** HTTP status of a reply; absent: the route decides. */
  readonly status?: number;
  /** Validated properties in order of declaration. */
  readonly properties: readonly string[];
  readonly formerly: readonly string[];
  /** True for the facts Remit itself sends: EventSent, LogWritten. */
  readonly builtIn: boolean;
  /** `Service.handler` names that process it, sorted. */
  readonly processedBy: readonly string[];
  readonly place?: Place;
}
