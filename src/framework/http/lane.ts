import { type Convention, httpConvention, type Telemetry } from '../../telemetry/index.ts';
import type { Authenticator } from './auth/authenticator.ts';
import type { Traffic } from './traffic.ts';

/** What all routes of a server share. */
export interface Surroundings {
  readonly telemetry: Telemetry;
  readonly traffic: Traffic;
  readonly auth: Authenticator | undefined;
}

/** What all exchanges of one method on one route share. */
export interface Lane {
  readonly telemetry: Telemetry;
  readonly traffic: Traffic;
  readonly convention: Convention;
  readonly method: string;
  /** Empty when no route took the request. */
  readonly route: string;
}

/** The lane of a route. */
export function laneOf(method: string, route: string, { telemetry, traffic }: Surroundings): Lane {
  return { telemetry, traffic, convention: httpConvention(method, route), method, route };
}

/** The methods that telemetry names; any other is a word that the caller chose. */
const known: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The lanes of requests that no route takes. Their spans are named by the method alone. */
export function strayLanes({ telemetry, traffic }: Surroundings): (method: string) => Lane {
  const lane = (method: string): Lane => {
    const attributes = { 'http.request.method': method, 'url.scheme': 'http' };
    const name = method === '_OTHER' ? 'HTTP' : method;
    return { telemetry, traffic, convention: { name, kind: 'server', attributes }, method, route: '' };
  };
  const lanes = new Map(known.map((method) => [method, lane(method)]));
  const other = lane('_OTHER');
  return (method) => lanes.get(method) ?? other;
}
