import type { Grant } from '../../../permissions/index.ts';
import type { Observer } from '../connector.ts';
import { type Routine, routineOf } from './routine.ts';

/** A function as a grant names it. */
export interface DeclaredRoutine extends Routine {
  /** `remit.kv_orders_get(text)`. */
  readonly signature: string;
}

/** What the operation in flight may do in the database, from the deploy face's grants. */
export interface Rule {
  /** True for the management face, which creates things and acts as the login and not as its role. */
  readonly owner: boolean;
  /** True when running it again does no harm. */
  readonly repeatable: boolean;
  /** Actions by table. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly routines: readonly DeclaredRoutine[];
  /** Absent but in the conformance kit. */
  readonly observer?: Observer | undefined;
}

const reads = new Set(['get', 'exists', 'getMany', 'list', 'read', 'info']);

/** The management face's. */
export const ownerRule: Rule = { owner: true, repeatable: false, tables: new Map(), routines: [] };

/** What these grants allow, and nothing else. */
export function ruleOf(operation: string, grants: readonly Grant[], observer?: Observer): Rule {
  const tables = new Map<string, Set<string>>();
  const routines: DeclaredRoutine[] = [];
  for (const { resourceType, resource, action } of grants) {
    if (resourceType === 'table') tables.set(resource, (tables.get(resource) ?? new Set()).add(action));
    if (resourceType !== 'function' || action !== 'EXECUTE') continue;
    const routine = routineOf(resource);
    if (routine) routines.push({ ...routine, signature: resource });
  }
  return { owner: false, repeatable: reads.has(operation), tables, routines, observer };
}
