import type { Statement } from '../../permissions/index.ts';
import type { PrincipalStatements } from '../statements.ts';
import { because } from '../why.ts';
import { refuseUnknown } from './postgres-grant.ts';
import { comment, identifier, literal, roleName } from './postgres-name.ts';

/**
 * A SQL script that gives each principal's role exactly its statements: what it held before in `schemas`, where the
 * plugins keep their functions, is revoked first, in the same transaction. To be run by the owner of the schemas, after
 * `remit provision`.
 */
export function postgresDocument(
  principals: readonly PrincipalStatements[],
  schemas: readonly string[],
): string {
  const lines = [
    comment('Written by `remit policy`. Run it as the owner of the schema, after `remit provision`.'),
    'BEGIN;',
    '',
    ...baseline(schemas),
    ...principals.flatMap((principal) => ['', ...role(principal, schemas)]),
    '',
    'COMMIT;',
  ];
  return `${lines.join('\n')}\n`;
}

function baseline(schemas: readonly string[]): readonly string[] {
  return [
    comment('Nobody but the roles below: PostgreSQL lets PUBLIC execute every new function.'),
    ...schemas.flatMap((schema) => revocations(schema, 'PUBLIC')),
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
    // A REVOKE without the right to it says so once for each object; asking first says it once.
    'DO $remit$ BEGIN',
    "  IF pg_has_role((SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') THEN",
    "    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());",
    '  ELSE',
    "    RAISE WARNING 'only the owner of the database can take temporary tables away from PUBLIC';",
    '  END IF;',
    '  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN',
    '    REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid),',
    '      pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;',
    '  ELSE',
    "    RAISE WARNING 'only a superuser can take large objects away from PUBLIC';",
    '  END IF;',
    'END $remit$;',
    comment(
      'Not enforceable here: every role may read the system catalogs, NOTIFY, and take advisory locks.',
    ),
  ];
}

function revocations(schema: string, from: string): readonly string[] {
  const name = identifier(schema);
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${name} FROM ${from};`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA ${name} FROM ${from};`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${name} FROM ${from};`,
    `REVOKE ALL ON SCHEMA ${name} FROM ${from};`,
  ];
}

function role(principal: PrincipalStatements, schemas: readonly string[]): readonly string[] {
  const name = roleName(principal.name);
  const quoted = identifier(name);
  return [
    comment(principal.name),
    ...(principal.notEnforced ? [comment(`not enforced: ${principal.notEnforced}`)] : []),
    `DO ${literal(
      `BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ${literal(name)}) THEN ` +
        `CREATE ROLE ${quoted} NOLOGIN NOINHERIT; END IF; END`,
    )};`,
    ...schemas.flatMap((schema) => revocations(schema, quoted)),
    ...principal.statements.flatMap((statement) => grant(statement, quoted)),
  ];
}

function grant(statement: Statement, quotedRole: string): readonly string[] {
  refuseUnknown(statement);
  return [
    ...statement.reasons.map((reason) => comment(because(reason))),
    ...(statement.enforceable === 'exact'
      ? []
      : [
          comment(
            `${statement.enforceable}: ${statement.reason}; in excess: ${statement.excess.join(', ') || 'nothing'}`,
          ),
        ]),
    `GRANT ${statement.action} ON ${statement.resourceType.toUpperCase()} ${statement.resource} TO ${quotedRole};`,
  ];
}
