import { type Class, injectableOf } from '../interfaces/index.ts';
import type { ConnectorDefinition } from './connector.ts';

/** A plugin as bound to resources in one environment. Made by `sqlite()` or `postgres()`. */
export interface ProviderDefinition {
  /** `sqlite`, `postgres`. */
  readonly provider: string;
  /** The component: the name of one that Remit ships, such as `sql`, or a path or URL of a `.wasm` file. */
  readonly component: string | URL;
  readonly connector: ConnectorDefinition;
  /** Names of the resources it serves; absent: all that no other provider names. */
  readonly resources?: readonly string[];
  readonly limits?: LimitsDefinition;
}

/** Bounds of one binding; each has a default. */
export interface LimitsDefinition {
  /** Instances at most; default 8. */
  readonly instances?: number;
  /** Loop iterations and calls of one call; default 50,000,000. */
  readonly fuel?: number;
  /** MiB of memory of one instance; default 64. */
  readonly memory?: number;
  /** Milliseconds one call may take; default 10,000. */
  readonly deadline?: number;
}

/** A provider, and the way to say which resources it serves. */
export interface Provider extends ProviderDefinition {
  /** Serves these resources only. */
  for(...resources: readonly Class[]): ProviderDefinition;
}

export function provider(definition: ProviderDefinition): Provider {
  return {
    ...definition,
    for(...resources) {
      const names = resources.map((resource) => {
        const token = injectableOf(resource);
        return token?.kind === 'resource' ? token.name : resource.name;
      });
      return { ...definition, resources: names };
    },
  };
}
