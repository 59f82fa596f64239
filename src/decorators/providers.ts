import type { ConnectorDefinition } from './connector.ts';
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

/** Options of `plugin`. */
export interface PluginOptions {
  /** A `.wasm` file; a relative path, `./dist/rank.wasm`, starts from the folder of the application. */
  readonly component: string | URL;
  /** What it may reach of the outside: `{ kind: 'sqlite' }` is a file of this process. */
  readonly connector: ConnectorDefinition;
  readonly limits?: LimitsDefinition;
}

/** What a file is called, without its folder and `.wasm`: the name of the provider in the model, in spans and in errors. */
function fileName(component: string | URL): string {
  const path = typeof component === 'string' ? component : component.pathname;
  return /([^/\\]+?)(?:\.wasm)?$/u.exec(path)?.[1] ?? path;
}

/**
 * A component of your own, made by `remit plugin build` or by any other tool: it serves what it exports, reaches its
 * connector and nothing else, and is checked by `remit check` before anything of it runs.
 *
 * ```ts
 * plugin({ component: './dist/plugins/ranks/ranks.wasm', connector: { kind: 'sqlite' } }).for(Ranks)
 * ```
 */
export function plugin(options: PluginOptions): Provider {
  return provider({
    provider: fileName(options.component),
    component: options.component,
    connector: options.connector,
    ...(options.limits && { limits: options.limits }),
  });
}
