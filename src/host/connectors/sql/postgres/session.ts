import type { Pool, PoolClient } from 'pg';
import { RemitError } from '../../../../errors/index.ts';
import type { Outcome, Statement } from '../statement.ts';
import { outcomeOf, parameterOf, type TextResult } from './values.ts';

/** How connections are made. */
export interface SessionOptions {
  readonly url: string;
  /** Role to act as; without it as the login. */
  readonly role: string | undefined;
  readonly connections: number;
  /** Milliseconds of one call. */
  readonly deadline: number;
}

/** Parts of a call's deadline. The server ends a statement before the client gives up on it, and both before the call ends. */
const shares = { connect: 0.5, statement: 0.8, answer: 0.9 };

/** Milliseconds an unused connection is kept. */
const idleTimeout = 30_000;

/** Texts that are prepared by name on each connection; a plugin has some per resource and operation. */
const preparedStatements = 256;

const textParsers = { getTypeParser: () => (raw: unknown) => raw };

/** Connections of one role; the pool connects as calls need it. */
export async function openPool({ url, role, connections, deadline }: SessionOptions): Promise<Pool> {
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new RemitError('RMT2067', 'PostgreSQL is reached with pg, which is missing: npm install pg', {
      cause: error,
    });
  });
  const settings = ['SET bytea_output = hex', 'SET search_path = pg_catalog, pg_temp'];
  if (role !== undefined) settings.push(`SET ROLE ${pg.escapeIdentifier(role)}`);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: Math.ceil(deadline * shares.connect),
    idleTimeoutMillis: idleTimeout,
    statement_timeout: Math.ceil(deadline * shares.statement),
    query_timeout: Math.ceil(deadline * shares.answer),
    application_name: 'remit',
    allowExitOnIdle: true,
    // The pool awaits what this returns, whatever its types say, and gives up the connection when it rejects.
    // oxlint-disable-next-line typescript/no-misused-promises -- see above
    onConnect: async (client) => {
      await client.query(settings.join('; '));
    },
  });
  // A connection that ends is replaced when the next call needs one. While it is lent, nobody but us would listen, and
  // an error event without a listener ends the process; what it means for a call, the call's own rejection says.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return pool;
}

/** Runs statements on a connection, those seen before as prepared statements. */
export class Sender {
  readonly #names = new Map<string, string>();

  async send(client: PoolClient, { text, parameters }: Statement): Promise<Outcome> {
    const name = this.#nameOf(text);
    const result: unknown = await client.query({
      text,
      values: parameters.map(parameterOf),
      rowMode: 'array',
      types: textParsers,
      ...(name !== undefined && { name }),
    });
    return outcomeOf(result as TextResult);
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= preparedStatements) return known;
    const name = `remit_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
