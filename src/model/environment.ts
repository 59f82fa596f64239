import type { Place } from '../errors/index.ts';

/** Which plugin serves a resource in one environment, and what it may be given. Never holds a secret's value. */
export interface BindingModel {
  readonly resource: string;
  /** Name of the provider: `sqlite`, `postgres`. */
  readonly provider: string;
  /** Name of the plugin that serves it: `sql`. */
  readonly plugin: string;
  /** Connector it is granted: `sql`. */
  readonly connector: string;
  /** What the deploy face is asked for: `sqlite`, `postgres`. */
  readonly target: string;
}

export interface EnvironmentModel {
  readonly name: string;
  /** One for each resource, sorted by resource. */
  readonly bindings: readonly BindingModel[];
  /** How callers from outside prove who they are; absent: nobody can, `@Authenticated` handlers answer 401. */
  readonly auth?: { readonly kind: 'jwt'; readonly issuer?: string; readonly audience?: string };
  /** Names of the environment variables this environment reads. */
  readonly variables: readonly string[];
  readonly place?: Place;
}
