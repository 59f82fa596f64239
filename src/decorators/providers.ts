import type { Variable } from './env.ts';
import { type LimitsDefinition, type Provider, provider } from './provider.ts';

/** Options of `sqlite`. */
export interface SqliteOptions {
  /** Database file; default: `remit.db` in the folder that `REMIT_DATA` names, `.remit/data` without it. */
  readonly file?: string | Variable;
  readonly limits?: LimitsDefinition;
}

/** The embedded default: the `sql` plugin over a SQLite file in WAL mode. */
export function sqlite(options: SqliteOptions = {}): Provider {
  return provider({
    provider: 'sqlite',
    component: 'sql',
    connector: { kind: 'sqlite', ...(options.file !== undefined && { file: options.file }) },
    ...(options.limits && { limits: options.limits }),
  });
}

/** Options of `postgres`. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; from the environment, so that no secret is in the code. */
  readonly url: string | Variable;
  /** Schema that holds tables and functions; default `remit`. */
  readonly schema?: string;
  /** Role to act as (`SET ROLE`), one that `remit policy --target postgres` wrote; default: the login itself. */
  readonly role?: string | Variable;
  readonly limits?: LimitsDefinition;
}

/** The `sql` plugin over PostgreSQL: one function per operation, and no right on any table. */
export function postgres(options: PostgresOptions): Provider {
  return provider({
    provider: 'postgres',
    component: 'sql',
    connector: {
      kind: 'postgres',
      url: options.url,
      schema: options.schema ?? 'remit',
      ...(options.role !== undefined && { role: options.role }),
    },
    ...(options.limits && { limits: options.limits }),
  });
}
