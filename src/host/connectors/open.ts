import type { ConnectorDefinition } from '../../decorators/index.ts';
import type { Limits } from '../component.ts';
import type { Connector } from './connector.ts';
import { PostgresConnector } from './sql/postgres/connector.ts';
import { Sql } from './sql/sql.ts';
import { SqliteConnector } from './sql/sqlite/connector.ts';

/** What a connector needs and the code does not say: read from the environment by whoever opens the binding. */
export interface ConnectorValues {
  readonly file?: string;
  /** Holds a password; never logged. */
  readonly url?: string;
  readonly role?: string;
}

/** The connector of a definition, which gives up before a call's deadline. It connects when the first statement comes. */
export function openConnector(
  definition: ConnectorDefinition,
  values: ConnectorValues,
  { instances, deadline }: Limits,
): Connector {
  if (definition.kind === 'sqlite') return new Sql(new SqliteConnector(values.file, deadline));
  const { schema } = definition;
  return new Sql(new PostgresConnector({ ...values, schema, connections: instances, deadline }));
}
