import { RemitError } from '../../errors/index.ts';
import type { Grant } from '../../permissions/index.ts';
import { routineOf, unquoted } from '../connectors/sql/routine.ts';

/** What was asked of a deploy face, for messages. */
export interface Asked {
  readonly plugin: string;
  readonly target: string;
  readonly namespace: string;
  readonly resource: string;
  readonly operation: string;
}

const enforceable: ReadonlySet<unknown> = new Set(['exact', 'coarse', 'none']);
const texts = ['target', 'action', 'resourceType', 'resource', 'reason'] as const;

/**
 * What a deploy face answered, as grants with nothing else in them.
 * @throws RemitError RMT2062 when it is anything else than what was asked for.
 */
export function checkedGrants(asked: Asked, answer: unknown): readonly Grant[] {
  if (!Array.isArray(answer)) throw wrong(asked, 'it is no list');
  return Object.freeze(answer.map((item: unknown) => checkedGrant(asked, item)));
}

function checkedGrant(asked: Asked, item: unknown): Grant {
  if (typeof item !== 'object' || item === null) throw wrong(asked, 'a grant is no record');
  const grant = item as Grant;
  for (const name of texts) {
    const text: unknown = grant[name];
    if (typeof text !== 'string' || text === '') throw wrong(asked, `${name} is no text`);
    if (/\p{Cc}/u.test(text)) throw wrong(asked, `${name} has control characters`);
  }
  if (!enforceable.has(grant.enforceable))
    throw wrong(asked, 'enforceable is neither exact, coarse nor none');
  const excess: unknown = grant.excess;
  if (!Array.isArray(excess) || !excess.every((what) => typeof what === 'string')) {
    throw wrong(asked, 'excess is no list of texts');
  }
  if (grant.enforceable === 'exact' && excess.length > 0) throw wrong(asked, 'an exact grant has an excess');
  if (grant.target !== asked.target) throw wrong(asked, `it is for the target ${grant.target}`);
  if (/[*?]/u.test(grant.action)) throw wrong(asked, 'an action is a pattern');
  if (asked.namespace !== '' && namespaceOf(grant) !== asked.namespace)
    throw wrong(asked, `${grant.resourceType} ${grant.resource} is not in the schema ${asked.namespace}`);
  const { target, action, resourceType, resource, reason } = grant;
  return Object.freeze({
    target,
    action,
    resourceType,
    resource,
    enforceable: grant.enforceable,
    excess: Object.freeze([...grant.excess]),
    reason,
  });
}

/** Functions of the server's own can read files and run text as SQL, so only those of the binding's schema are a plugin's. */
function namespaceOf({ resourceType, resource }: Grant): string | undefined {
  return resourceType === 'schema' ? unquoted(resource) : routineOf(resource)?.schema;
}

/** What a grant is about, however it is written. */
export function thingOf({ resourceType, resource }: Grant): string {
  const routine = routineOf(resource);
  return routine ? `${resourceType} ${routine.schema}.${routine.name}` : `${resourceType} ${resource}`;
}

export function wrong({ plugin, resource, operation }: Asked, what: string): RemitError {
  return new RemitError(
    'RMT2062',
    `The deploy face of ${plugin}, asked for ${operation} on ${resource}, answered with something that is no grant: ${what}.`,
    { details: { plugin, resource, operation } },
  );
}
