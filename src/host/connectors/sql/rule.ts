import type { Grant } from '../../../permissions/index.ts';
import { type Routine, routineOf } from './routine.ts';

/** What the operation in flight may do in the database, from the deploy face's grants. */
export interface Rule {
  /** True for the management face, which creates things and acts as the login and not as its role. */
  readonly owner: boolean;
  /** True when running it again does no harm. */
  readonly repeatable: boolean;
  /** Actions by table. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly routines: readonly Routine[];
}

const reads = new Set(['get', 'exists', 'getMany', 'list', 'read', 'info']);

/** The management face's. */
export const ownerRule: Rule = { owner: true, repeatable: false, tables: new Map(), routines: [] };

/** What these grants allow, and nothing else. */
export function ruleOf(operation: string, grants: readonly Grant[]): Rule {
  const tables = new Map<string, Set<string>>();
  const routines: Routine[] = [];
  for (const { resourceType, resource, action } of grants) {
    if (resourceType === 'table') tables.set(resource, (tables.get(resource) ?? new Set()).add(action));
    if (resourceType !== 'function' || action !== 'EXECUTE') continue;
    const routine = routineOf(resource);
    if (routine) routines.push(routine);
  }
  return { owner: false, repeatable: reads.has(operation), tables, routines };
}
