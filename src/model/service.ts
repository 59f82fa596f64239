import type { Place } from '../errors/index.ts';
import type { NeedModel } from './need.ts';

/** Who outside the application may send to a handler. Absent on a handler: nobody. */
export type AccessModel =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated'; readonly scopes: readonly string[] };

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route: one more way to send the handler's event. */
export interface RouteModel {
  readonly method: HttpMethod;
  /** As written: `/orders/:id`. */
  readonly path: string;
  /** Names of the path's parameters, in order. */
  readonly parameters: readonly string[];
  /** Status when the handler answers; absent: 200, or 201 for a POST answered by an event, or 204 without an answer. */
  readonly status?: number;
  readonly place?: Place;
}

export type ScheduleModel =
  | {
      readonly kind: 'every';
      readonly expression: string;
      readonly milliseconds: number;
      readonly place?: Place;
    }
  | { readonly kind: 'cron'; readonly expression: string; readonly timezone: string; readonly place?: Place };

export interface HandlerModel {
  /** `Ordering.place`: the service's name and the method's. */
  readonly name: string;
  readonly method: string;
  /** Name of the event it processes. A schedule's is the handler's own name. */
  readonly event: string;
  /** Names of the events it may answer with. */
  readonly replies: readonly string[];
  readonly access?: AccessModel;
  readonly routes: readonly RouteModel[];
  readonly schedules: readonly ScheduleModel[];
  /** Needs of this handler's parameters alone; index 0 is the payload, unless it only has schedules. */
  readonly needs: readonly NeedModel[];
  /** Milliseconds one delivery may take. */
  readonly timeout: number;
  /** How often a failed delivery is tried again before its event becomes a dead letter. */
  readonly retries: number;
  readonly place?: Place;
}

export interface ServiceModel {
  readonly name: string;
  readonly class: string;
  readonly unit: string;
  readonly formerly: readonly string[];
  /** Needs of the constructor: hold for every handler of the service. */
  readonly needs: readonly NeedModel[];
  readonly handlers: readonly HandlerModel[];
  readonly place?: Place;
}
