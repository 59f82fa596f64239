import type { ResourceInterface } from '../model/index.ts';
import type { Grant } from './statement.ts';

/** What was asked of a deploy face. */
export interface Needed {
  readonly interface: ResourceInterface;
  readonly operation: string;
  readonly target: string;
  /** The schema on a server that has schemas; else empty. */
  readonly namespace: string;
}

/** What a grant may be of: `undefined` when it is within the ceiling, else a sentence. */
type Ceiling = (needed: Needed, grants: readonly Grant[]) => string | undefined;

const read: ReadonlySet<string> = new Set(['SELECT']);
/** A write looks for its key first. */
const write: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE']);
const remove: ReadonlySet<string> = new Set(['SELECT', 'DELETE']);

/** The most that each operation may do to its resource's own table. */
const tableActions: Readonly<Record<ResourceInterface, Readonly<Record<string, ReadonlySet<string>>>>> = {
  keyValue: {
    get: read,
    exists: read,
    getMany: read,
    list: read,
    set: write,
    setMany: write,
    increment: write,
    swap: write,
    delete: remove,
  },
  blobs: { read, exists: read, info: read, list: read, write, delete: remove },
};

/** Whether two operations may do the same to a resource, so that one function may serve both: `get` and `exists`. */
export function sameCeiling(kind: ResourceInterface, one: string, other: string): boolean {
  return one === other || tableActions[kind][one] === tableActions[kind][other];
}

/** One table, and what the operation is for. SQLite's own tables hold those of everybody. */
function ownTable({ interface: kind, operation }: Needed, grants: readonly Grant[]): string | undefined {
  const actions = Object.hasOwn(tableActions[kind], operation) ? tableActions[kind][operation] : undefined;
  const tables = new Set<string>();
  for (const { resourceType, resource, action } of grants) {
    if (resourceType !== 'table')
      return `${action} on the ${resourceType} ${resource} is nothing but a table's`;
    if (/^sqlite_/iu.test(resource)) return `the table ${resource} belongs to no resource`;
    if (actions?.has(action) !== true) return `${action} on ${resource} is more than ${operation} may do`;
    tables.add(resource.toLowerCase());
  }
  return tables.size > 1 ? 'it names more tables than the one of the resource' : undefined;
}

/** One function of the binding's own schema, and the way into that schema. */
function oneFunction({ operation, namespace }: Needed, grants: readonly Grant[]): string | undefined {
  const schemas = new Set([`"${namespace.replaceAll('"', '""')}"`]);
  // Without quotes the server would read any other name as another one.
  if (/^[a-z_][a-z0-9_$]*$/u.test(namespace)) schemas.add(namespace);
  const functions = new Set<string>();
  for (const { resourceType, resource, action } of grants) {
    const granted = `${action} on the ${resourceType} ${resource}`;
    if (resourceType === 'schema') {
      if (action !== 'USAGE' || !schemas.has(resource)) return `${granted} is more than ${operation} may do`;
      continue;
    }
    if (resourceType !== 'function' || action !== 'EXECUTE')
      return `${granted} is more than ${operation} may do`;
    if (![...schemas].some((schema) => resource.startsWith(`${schema}.`)))
      return `the function ${resource} is not in the schema of the binding`;
    functions.add(resource);
  }
  return functions.size > 1 ? 'it names more functions than one' : undefined;
}

/** By target. A target without a ceiling may be granted nothing. */
const ceilings: ReadonlyMap<string, Ceiling> = new Map([
  ['sqlite', ownTable],
  ['postgres', oneFunction],
]);

/**
 * Whether grants are more than a host allows for one operation, whatever the plugin says: `undefined` when they are
 * not, else the half of a sentence that tells what is too much.
 *
 * ```ts
 * aboveCeiling({ interface: 'keyValue', operation: 'get', target: 'sqlite', namespace: '' }, grants);
 * ```
 */
export function aboveCeiling(needed: Needed, grants: readonly Grant[]): string | undefined {
  const ceiling = ceilings.get(needed.target);
  if (!ceiling) return grants.length === 0 ? undefined : `the target ${needed.target} has no ceiling`;
  return ceiling(needed, grants);
}
