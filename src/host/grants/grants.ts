import type { ResourceInterface } from '../../model/index.ts';
import { RemitError } from '../../errors/index.ts';
import { aboveCeiling, type Grant, sameCeiling } from '../../permissions/index.ts';
import type { Pool } from '../component.ts';
import { Call } from '../stores/call.ts';
import { callError } from '../stores/wit-error.ts';
import { type Asked, checkedGrants, thingOf, wrong } from './checked.ts';

/** What one binding's deploy face says; each question is asked once. */
export class Grants {
  readonly #plugin: string;
  readonly #target: string;
  readonly #namespace: string;
  /** Its instances have no connector. */
  readonly #pool: Pool;
  readonly #answers = new Map<string, Promise<readonly Grant[]>>();
  /** Whose a function or table is, so that no two resources are served by the same one. */
  readonly #owners = new Map<string, string>();
  /** The one table of a resource, and the one function of an operation. */
  readonly #places = new Map<string, string>();
  /** The operation that a function serves. */
  readonly #operations = new Map<string, string>();

  constructor(plugin: string, target: string, namespace: string, pool: Pool) {
    this.#plugin = plugin;
    this.#target = target;
    this.#namespace = namespace;
    this.#pool = pool;
  }

  of(kind: ResourceInterface, resource: string, operation: string): Promise<readonly Grant[]> {
    const key = JSON.stringify([kind, resource, operation]);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#ask(kind, resource, operation);
    this.#answers.set(key, answer);
    // A fault of one instance says nothing about the next.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  async #ask(kind: ResourceInterface, resource: string, operation: string): Promise<readonly Grant[]> {
    const asked: Asked = {
      plugin: this.#plugin,
      target: this.#target,
      namespace: this.#namespace,
      resource,
      operation,
    };
    const need = {
      resourceInterface: kind,
      resource,
      operation,
      target: this.#target,
      namespace: this.#namespace,
    };
    const call = new Call('deploy', resource, operation, 'remit:plugin/deploy.grants');
    let answer: unknown;
    try {
      answer = await this.#pool.use(call, async ({ exports }) =>
        exports['remit:plugin/deploy']?.['grants']?.(need),
      );
    } catch (error) {
      throw callError(this.#plugin, call, undefined, error);
    }
    const grants = checkedGrants(asked, answer);
    const tooMuch = aboveCeiling(
      { interface: kind, operation, target: this.#target, namespace: this.#namespace },
      grants,
    );
    if (tooMuch !== undefined) throw above(asked, tooMuch);
    for (const grant of grants) this.#claim(asked, `${kind} ${resource}`, grant);
    if (grants.length > 0) this.#keepToOne(asked, kind, grants);
    return grants;
  }

  #claim(asked: Asked, owner: string, grant: Grant): void {
    if (grant.resourceType === 'schema') return;
    const thing = thingOf(grant);
    const before = this.#owners.get(thing);
    if (before !== undefined && before !== owner) throw wrong(asked, `${thing} belongs to ${before}`);
    this.#owners.set(thing, owner);
  }

  /** What is a table in one operation is so in all: else a resource would reach further with each operation. */
  #keepToOne(asked: Asked, kind: ResourceInterface, grants: readonly Grant[]): void {
    for (const { resourceType, resource } of grants) {
      if (resourceType === 'schema') continue;
      const own = resourceType === 'function' ? `function ${asked.operation}` : resourceType;
      const place = `${kind} ${asked.resource} ${own}`;
      const before = this.#places.get(place) ?? this.#places.set(place, resource).get(place);
      if (before !== resource) throw above(asked, `${resource} is another ${resourceType} than ${before}`);
      if (resourceType !== 'function') continue;
      const serves = this.#operations.get(resource) ?? asked.operation;
      if (!sameCeiling(kind, serves, asked.operation))
        throw above(asked, `the function ${resource} serves ${serves} too`);
      this.#operations.set(resource, asked.operation);
    }
  }
}

function above({ plugin, resource, operation }: Asked, what: string): RemitError {
  return new RemitError(
    'RMT2100',
    `The deploy face of ${plugin} declares more for ${operation} on ${resource} than any plugin may have: ${what}.`,
    { details: { plugin, resource, operation } },
  );
}
