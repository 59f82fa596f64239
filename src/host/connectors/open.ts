import type { ConnectorDefinition } from '../../decorators/index.ts';
import type { Limits } from '../component.ts';
import type { Connector } from './connector.ts';
import { PostgresConnector } from './sql/postgres/connector.ts';
import { Sql } from './sql/sql.ts';
import { SqliteConnector } from './sql/sqlite/connector.ts';

/**
 * The settings of a connector by name, with all variables read. One that holds a password is never logged; one that is
 * missing is only missed when something connects.
 */
export type ConnectorValues = Readonly<Record<string, string>>;

type Open = (values: ConnectorValues, limits: Limits) => Connector;

const kinds: Readonly<Record<ConnectorDefinition['kind'], Open>> = {
  sqlite: ({ file }, { deadline }) => new Sql(new SqliteConnector(file, deadline)),
  postgres: ({ schema = '', ...values }, { instances, deadline }) =>
    new Sql(new PostgresConnector({ ...values, schema, connections: instances, deadline })),
};

/** The connector of a definition, which gives up before a call's deadline. It connects when the first call comes. */
export function openConnector(
  { kind }: ConnectorDefinition,
  values: ConnectorValues,
  limits: Limits,
): Connector {
  return kinds[kind](values, limits);
}
