import { type ConnectorDefinition, settingsOf } from '../../decorators/index.ts';
import type { Limits } from '../component.ts';
import type { Connector } from './connector.ts';
import { PostgresConnector } from './sql/postgres/connector.ts';
import { Sql } from './sql/sql.ts';
import { SqliteConnector } from './sql/sqlite/connector.ts';

/**
 * Settings of a connector by name, as read from the environment by whoever opens the binding. One that holds a password
 * is never logged; one that is missing is only missed when something connects.
 */
export type ConnectorValues = Readonly<Record<string, string>>;

type Open = (values: ConnectorValues, limits: Limits) => Connector;

const kinds: Readonly<Record<ConnectorDefinition['kind'], Open>> = {
  sqlite: ({ file }, { deadline, memory }) => new Sql(new SqliteConnector(file, deadline, memory)),
  postgres: ({ schema = '', ...values }, { instances, deadline }) =>
    new Sql(new PostgresConnector({ ...values, schema, connections: instances, deadline })),
};

/** The connector of a definition, which gives up before a call's deadline. It connects when the first call comes. */
export function openConnector(
  definition: ConnectorDefinition,
  values: ConnectorValues,
  limits: Limits,
): Connector {
  const written = settingsOf(definition).flatMap(([name, setting]) =>
    typeof setting === 'string' ? [[name, setting] as const] : [],
  );
  return kinds[definition.kind]({ ...Object.fromEntries(written), ...values }, limits);
}
