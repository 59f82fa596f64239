import type { Manage } from 'remit/plugin';
import sql from 'remit:connect/sql@0.1.0';
import { sentence } from './failure.ts';
import { kindOf } from './kind.ts';
import { type Kind, tableName } from './name.ts';
import { layoutComment, layoutQuery, postgresLayout, routinesOf } from './postgres/layout.ts';
import { routineName } from './postgres/routine.ts';
import { sqliteLayout } from './sqlite/layout.ts';
import { integerOf, single, text } from './value.ts';

function isProvisioned(namespace: string, kind: Kind, resource: string): boolean {
  const routines = routinesOf(kind).map((routine) => routineName(kind, resource, routine));
  const outcome = sql.query({
    text: layoutQuery,
    parameters: [
      text(namespace),
      text(tableName(kind, resource)),
      text(layoutComment),
      { tag: 'texts', val: routines },
    ],
  });
  return integerOf(single(outcome)) === routines.length;
}

function provision(kind: Kind, resource: string): void {
  if (sql.speaks() === 'sqlite') {
    sql.query({ text: sqliteLayout(kind, resource), parameters: [] });
    return;
  }
  const namespace = sql.namespace();
  if (!isProvisioned(namespace, kind, resource)) sql.transaction(postgresLayout(namespace, kind, resource));
}

export const manage: Manage = {
  provision(resourceInterface, resource) {
    const kind = kindOf(resourceInterface);
    if (!kind) throw `sql does not serve ${resourceInterface}`;
    try {
      provision(kind, resource);
    } catch (error) {
      throw sentence(error);
    }
  },
  health() {
    try {
      const probe = sql.speaks() === 'sqlite' ? 'SELECT count(*) FROM sqlite_schema' : 'SELECT 1';
      sql.query({ text: probe, parameters: [] });
    } catch (error) {
      throw sentence(error);
    }
  },
};
