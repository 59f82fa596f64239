import type { Deed, Observer } from '../../host/index.ts';
import type { ResourceInterface } from '../../model/index.ts';

/** What operations did and were refused, as the connector's own judge told it. */
export class Deeds {
  /** The interface whose laws run; a connector knows operations by their names only. */
  during: ResourceInterface = 'keyValue';
  readonly #exercised = new Map<string, Set<string>>();
  readonly #refused = new Map<string, Map<string, Deed>>();

  /** Hears for one operation. */
  of(operation: string): Observer {
    const name = `${this.during}.${operation}`;
    const exercised = this.#exercised.get(name) ?? new Set();
    const refused = this.#refused.get(name) ?? new Map<string, Deed>();
    this.#exercised.set(name, exercised);
    this.#refused.set(name, refused);
    return {
      exercised: (deed) => void exercised.add(keyOf(deed)),
      refused: (deed) => void refused.set(keyOf(deed), deed),
    };
  }

  didExercise(kind: ResourceInterface, operation: string, deed: Deed): boolean {
    return this.#exercised.get(`${kind}.${operation}`)?.has(keyOf(deed)) === true;
  }

  refused(kind: ResourceInterface, operation: string): readonly Deed[] {
    return [...(this.#refused.get(`${kind}.${operation}`)?.values() ?? [])];
  }
}

function keyOf({ action, resourceType, resource }: Deed): string {
  return JSON.stringify([action, resourceType, resource]);
}
