import type { Deploy, Grant, Need } from 'remit/plugin';
import { kindOf } from './kind.ts';
import { type Kind, tableName } from './name.ts';
import { blobRoutines } from './postgres/blob-routines.ts';
import { printed } from './postgres/keyword.ts';
import { keyValueRoutines } from './postgres/keyvalue-routines.ts';
import { type Routine, signature } from './postgres/routine.ts';
import { blobActions, keyValueActions } from './sqlite/actions.ts';

function postgres(need: Need, kind: Kind): readonly Grant[] | undefined {
  const routines: Readonly<Record<string, Routine>> = kind === 'kv' ? keyValueRoutines : blobRoutines;
  const routine = Object.hasOwn(routines, need.operation) ? routines[need.operation] : undefined;
  if (!routine) return undefined;
  const exact = { target: 'postgres', enforceable: 'exact', excess: [] } as const;
  return [
    {
      ...exact,
      action: 'EXECUTE',
      resourceType: 'function',
      resource: signature(need.namespace, kind, need.resource, routine),
      reason: `The function is all of ${need.operation}, and runs as its owner: no right on the table is needed.`,
    },
    {
      ...exact,
      action: 'USAGE',
      resourceType: 'schema',
      resource: printed(need.namespace),
      reason: 'To look up the function; it gives no right on anything in the schema.',
    },
  ];
}

function sqlite(need: Need, kind: Kind): readonly Grant[] | undefined {
  const actions = kind === 'kv' ? keyValueActions : blobActions;
  if (!Object.hasOwn(actions, need.operation)) return undefined;
  return actions[need.operation]?.map((action) => ({
    target: 'sqlite',
    action,
    resourceType: 'table',
    resource: tableName(kind, need.resource),
    enforceable: 'none',
    excess: ['everything in the file'],
    reason:
      'SQLite has no users: one process opens one file and may do all. Remit judges every statement in the process.',
  }));
}

export const deploy: Deploy = {
  grants(need) {
    const kind = kindOf(need.resourceInterface);
    if (!kind) throw `sql does not serve ${need.resourceInterface}`;
    if (need.target !== 'sqlite' && need.target !== 'postgres')
      throw `sql does not know the target ${need.target}`;
    const grants = need.target === 'sqlite' ? sqlite(need, kind) : postgres(need, kind);
    if (!grants) throw `${need.resourceInterface} has no operation ${need.operation}`;
    return grants;
  },
};
