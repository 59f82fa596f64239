import type { ResourceInterface } from '../../model/index.ts';
import type { Grant } from '../../permissions/index.ts';
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
    for (const grant of grants) this.#claim(asked, `${kind} ${resource}`, grant);
    return grants;
  }

  #claim(asked: Asked, owner: string, grant: Grant): void {
    if (grant.resourceType === 'schema') return;
    const thing = thingOf(grant);
    const before = this.#owners.get(thing);
    if (before !== undefined && before !== owner) throw wrong(asked, `${thing} belongs to ${before}`);
    this.#owners.set(thing, owner);
  }
}
