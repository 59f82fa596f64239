import type { SqlStatement } from 'remit/plugin';
import { type Kind, quoted, tableName } from '../name.ts';
import { blobRoutines } from './blob-routines.ts';
import { keyValueRoutines } from './keyvalue-routines.ts';
import { literal } from './literal.ts';
import { qualified, type Routine, routineName, sequenceName } from './routine.ts';

/** Comment on a table whose functions are these; another one means that they are to be made anew. */
export const layoutComment = 'remit sql layout 1';

const columns: Readonly<Record<Kind, string>> = {
  kv: '(key text COLLATE pg_catalog."C" PRIMARY KEY, value bytea NOT NULL, version bigint NOT NULL)',
  blob: '(name text COLLATE pg_catalog."C" PRIMARY KEY, content bytea NOT NULL, modified bigint NOT NULL)',
};

/** The functions of a kind of resource. */
export function routinesOf(kind: Kind): readonly Routine[] {
  return Object.values(kind === 'kv' ? keyValueRoutines : blobRoutines);
}

function functionOf(namespace: string, kind: Kind, resource: string, routine: Routine): readonly string[] {
  const name = `${qualified(namespace, routineName(kind, resource, routine))}(${routine.parameters.join(', ')})`;
  const table = qualified(namespace, tableName(kind, resource));
  const sequence = `${literal(qualified(namespace, sequenceName))}::regclass`;
  const body = `${routine.declares ? `DECLARE ${routine.declares} ` : ''}BEGIN ${routine.body(table, sequence)} END`;
  return [
    `CREATE OR REPLACE FUNCTION ${name} RETURNS ${routine.returns} LANGUAGE plpgsql SECURITY DEFINER ` +
      `SET search_path = pg_catalog, pg_temp AS ${literal(body)}`,
    `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
  ];
}

/**
 * The statements of one transaction that creates schema, table and functions where they are missing. Others who do
 * the same at the same time wait at the lock, which the transaction holds to its end.
 */
export function postgresLayout(namespace: string, kind: Kind, resource: string): readonly SqlStatement[] {
  const table = qualified(namespace, tableName(kind, resource));
  const schema =
    `BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ${literal(namespace)}) ` +
    `THEN CREATE SCHEMA ${quoted(namespace)}; END IF; END`;
  const texts = [
    `SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(${literal(`remit ${namespace}`)}, 0))`,
    `DO ${literal(schema)}`,
    `CREATE SEQUENCE IF NOT EXISTS ${qualified(namespace, sequenceName)}`,
    `CREATE TABLE IF NOT EXISTS ${table} ${columns[kind]}`,
    `REVOKE ALL ON TABLE ${table} FROM PUBLIC`,
    ...routinesOf(kind).flatMap((routine) => functionOf(namespace, kind, resource, routine)),
    `COMMENT ON TABLE ${table} IS ${literal(layoutComment)}`,
  ];
  return texts.map((text) => ({ text, parameters: [] }));
}

/** Asks whether the layout is there: the comment and every function. Any role that may look may ask. */
export const layoutQuery =
  'SELECT pg_catalog.count(*) FROM pg_catalog.pg_namespace AS n JOIN pg_catalog.pg_class AS c ON ' +
  "c.relnamespace = n.oid AND c.relname = $2 AND pg_catalog.obj_description(c.oid, 'pg_class') = $3 " +
  'JOIN pg_catalog.pg_proc AS p ON p.pronamespace = n.oid AND p.prosecdef AND p.proname = ANY ($4) ' +
  'WHERE n.nspname = $1';
