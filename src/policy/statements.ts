import type { Grant, Reason, Statement } from '../permissions/index.ts';
import type { Asked } from './asked.ts';
import type { Principal } from './principal.ts';

/** What a bound plugin's deploy face says an operation needs; data, already evaluated. */
export type GrantsOf = (asked: Asked) => readonly Grant[];

/** One principal and the statements that give it just what it asked for. */
export interface PrincipalStatements extends Principal {
  readonly statements: readonly Statement[];
}

/**
 * Statements of every principal, one for each action on a target's resource, with everyone who asked for it.
 * Sorted, so that equal models give equal documents.
 */
export function statementsOf(
  principals: readonly Principal[],
  grantsOf: GrantsOf,
): readonly PrincipalStatements[] {
  return principals.map((principal) => ({ ...principal, statements: merge(principal, grantsOf) }));
}

function merge(principal: Principal, grantsOf: GrantsOf): readonly Statement[] {
  const merged = new Map<string, { readonly grant: Grant; readonly reasons: Map<string, Reason> }>();
  for (const asked of principal.asked) {
    for (const grant of grantsOf(asked)) {
      const key = keyOf(grant);
      const entry = merged.get(key) ?? { grant, reasons: new Map<string, Reason>() };
      entry.reasons.set(JSON.stringify(asked.reason), asked.reason);
      merged.set(key, entry);
    }
  }
  return [...merged]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { grant, reasons }]) => ({
      ...grant,
      principal: principal.name,
      reasons: [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason),
    }));
}

function keyOf(grant: Grant): string {
  return JSON.stringify([grant.target, grant.resourceType, grant.resource, grant.action]);
}
