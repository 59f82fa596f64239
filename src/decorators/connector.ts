import type { Variable } from './env.ts';

/** A setting of a connector: as written, or read from the environment at start. */
export type Setting = string | Variable;

/** A SQLite file in this process. */
export interface SqliteDefinition {
  readonly kind: 'sqlite';
  readonly file?: Setting;
}

/** A PostgreSQL server. */
export interface PostgresDefinition {
  readonly kind: 'postgres';
  readonly url: Setting;
  readonly schema: string;
  readonly role?: Setting;
}

/** The host capability a plugin is granted. Every string in it is a setting. */
export type ConnectorDefinition = SqliteDefinition | PostgresDefinition;

/** The family of WIT functions behind each kind: `remit:connect/sql`. */
export const connectorFamilies: Readonly<Record<ConnectorDefinition['kind'], 'sql'>> = {
  sqlite: 'sql',
  postgres: 'sql',
};

/** The settings of a connector by name. */
export function settingsOf(connector: ConnectorDefinition): readonly (readonly [string, Setting])[] {
  return Object.entries<Setting>({ ...connector }).filter(([name]) => name !== 'kind');
}

/** What a connector calls the place its things are kept in: a schema; empty where there is only one. */
export function namespaceOf(connector: ConnectorDefinition): string {
  return connector.kind === 'postgres' ? connector.schema : '';
}
