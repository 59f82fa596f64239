import type { Class } from '../interfaces/index.ts';
import type { JwtDefinition } from './jwt.ts';
import type { ProviderDefinition } from './provider.ts';

/** One environment: what serves the resources, and how callers prove who they are. */
export interface EnvironmentDefinition {
  /** The first provider that names a resource serves it; one that names none serves all that are left. */
  readonly resources?: readonly ProviderDefinition[];
  readonly auth?: JwtDefinition;
}

/** What `app` is given. Either `services`, for one unit, or `units`. */
export interface AppDefinition {
  readonly services?: readonly Class[];
  /** Processes and the services each runs: `{ web: [Ordering], jobs: [Reports] }`. */
  readonly units?: Readonly<Record<string, readonly Class[]>>;
  /** Default: `dev`, with the embedded SQLite for every resource. */
  readonly environments?: Readonly<Record<string, EnvironmentDefinition>>;
}

const brand = Symbol.for('remit.application');

/** What a module exports by default for Remit to run. */
export interface Application {
  readonly name: string;
  readonly definition: AppDefinition;
}

/**
 * Puts an application together. Export it by default.
 *
 * ```ts
 * export default app('orders', { services: [Ordering], environments: { dev: { resources: [sqlite()] } } });
 * ```
 */
export function app(name: string, definition: AppDefinition): Application {
  return Object.freeze(Object.assign({ name, definition }, { [brand]: true }));
}

/** Whether `value` came from `app()`, of this copy of Remit or another. */
export function isApplication(value: unknown): value is Application {
  return typeof value === 'object' && value !== null && brand in value;
}
