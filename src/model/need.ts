import type { Place } from '../errors/index.ts';
import type { ResourceInterface } from './resource.ts';

interface NeedPlace {
  /** Class token of the parameter's type, or that `@Uses` names. */
  readonly token: string;
  /** Position among the parameters of the constructor or handler, from 0. */
  readonly index: number;
  readonly parameter?: string;
  readonly place?: Place;
}

/** The right to some operations of one resource. */
export interface ResourceNeed extends NeedPlace {
  readonly kind: 'resource';
  readonly resource: string;
  readonly interface: ResourceInterface;
  /** Sorted. */
  readonly operations: readonly string[];
}

/** The right to publish these events. */
export interface EmitsNeed extends NeedPlace {
  readonly kind: 'emits';
  readonly events: readonly string[];
}

/** The right to send this query and await one of its replies. */
export interface AsksNeed extends NeedPlace {
  readonly kind: 'asks';
  readonly event: string;
  readonly replies: readonly string[];
}

/** Another service of the same unit, whose needs the caller takes on. */
export interface ServiceNeed extends NeedPlace {
  readonly kind: 'service';
  readonly service: string;
}

/** What everyone is granted. */
export interface GrantedNeed extends NeedPlace {
  readonly kind: 'granted';
  readonly granted: 'logger' | 'clock' | 'random' | 'eventContext';
}

export type NeedModel = ResourceNeed | EmitsNeed | AsksNeed | ServiceNeed | GrantedNeed;
