import type { Pool, PoolClient } from 'pg';
import { RemitError } from '../../../../errors/index.ts';
import type { Attributes } from '../../../../telemetry/index.ts';
import type { SqlConnector } from '../connector.ts';
import { SqlFailure } from '../failure.ts';
import { callDeed, exercise } from './deed.ts';
import { calledRoutine, sameRoutine } from '../routine.ts';
import { type Rule, ruleOf } from '../rule.ts';
import { longestStatement, type Outcome, type Statement } from '../statement.ts';
import { type Address, addressOf, isPostgresUrl } from './address.ts';
import { isBroken, postgresFailure } from './failures.ts';
import { openPool, Sender } from './session.ts';

/** Where a server is, and as whom to act. */
export interface PostgresOptions {
  readonly url?: string;
  readonly role?: string;
  readonly schema: string;
  readonly connections: number;
  /** Milliseconds of one call. */
  readonly deadline: number;
}

/** Of a connection that no statement runs on. */
const acting = ruleOf('health', []);

/** Part of the deadline after which a read whose connection broke is not repeated any more. */
const repeatShare = 0.2;

/** PostgreSQL by pg: operations run as the role and call declared functions only; the management face as the login. */
export class PostgresConnector implements SqlConnector {
  readonly dialect = 'postgres';
  readonly namespace: string;
  readonly asynchronous = true;
  readonly attributes: Attributes;
  readonly #options: PostgresOptions;
  readonly #address: Address;
  readonly #sender = new Sender();
  readonly #permitted = new WeakMap<Rule, Set<string>>();
  #acting: Promise<Pool> | undefined;
  #owning: Promise<Pool> | undefined;
  #closed = false;

  constructor(options: PostgresOptions) {
    this.namespace = options.schema;
    this.#options = options;
    this.#address = addressOf(options.url);
    this.attributes = this.#address.attributes;
  }

  async query(statement: Statement, rule: Rule): Promise<Outcome> {
    this.#judge(statement, rule);
    const started = performance.now();
    try {
      return await this.#once(statement, rule);
    } catch (error) {
      const again =
        rule.repeatable &&
        isFailure(error, 'RMT2060') &&
        performance.now() - started < this.#options.deadline * repeatShare;
      if (!again) throw error;
      return this.#once(statement, rule);
    }
  }

  async transaction(statements: readonly Statement[], rule: Rule): Promise<readonly Outcome[]> {
    for (const statement of statements) this.#judge(statement, rule);
    return this.#connected(rule, async (client) => {
      await client.query('BEGIN');
      try {
        const outcomes: Outcome[] = [];
        for (const statement of statements) outcomes.push(await this.#sender.send(client, statement));
        await client.query('COMMIT');
        return outcomes;
      } catch (error) {
        if (!isBroken(error)) await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  async check(): Promise<void> {
    (await this.#connect(acting)).release();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const pools = await Promise.all([this.#acting, this.#owning]);
    await Promise.all(pools.map(async (pool) => pool?.end()));
  }

  #once(statement: Statement, rule: Rule): Promise<Outcome> {
    return this.#connected(rule, (client) => this.#sender.send(client, statement));
  }

  async #connected<T>(rule: Rule, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect(rule);
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(isBroken(error));
      throw postgresFailure(error, 'run', this.#address.words);
    }
  }

  async #connect(rule: Rule): Promise<PoolClient> {
    if (this.#closed) throw new SqlFailure('unavailable', 'RMT2020', 'the database was closed');
    try {
      return await (await this.#poolOf(rule)).connect();
    } catch (error) {
      if (error instanceof RemitError) throw new SqlFailure('other', error.code, error.message);
      throw postgresFailure(error, 'connect', this.#address.words);
    }
  }

  #poolOf(rule: Rule): Promise<Pool> {
    const { url, role, connections, deadline } = this.#options;
    if (url === undefined)
      throw new SqlFailure('unavailable', 'RMT2053', 'no address of a PostgreSQL server is given');
    if (!isPostgresUrl(url))
      throw new SqlFailure('other', 'RMT2068', 'the address of the PostgreSQL server is no postgres:// URL');
    if (!rule.owner || role === undefined)
      return (this.#acting ??= openPool({ url, role, connections, deadline }));
    return (this.#owning ??= openPool({ url, role: undefined, connections: 1, deadline }));
  }

  /** A declared function's call, by its exact form; the server judges again where a role is set. */
  #judge({ text }: Statement, rule: Rule): void {
    if (rule.owner) return;
    let permitted = this.#permitted.get(rule);
    if (permitted?.has(text) && !rule.observer) return;
    const called = text.length > longestStatement ? undefined : calledRoutine(text);
    const declared = called && rule.routines.find((routine) => sameRoutine(routine, called));
    if (declared === undefined) {
      rule.observer?.refused(callDeed(text, called));
      throw new SqlFailure(
        'refused',
        'RMT2061',
        'the plugin ran a statement that its deploy face does not declare',
      );
    }
    if (rule.observer) exercise(rule.observer, declared);
    if (permitted === undefined) this.#permitted.set(rule, (permitted = new Set()));
    permitted.add(text);
  }
}

function isFailure(error: unknown, code: string): boolean {
  return error instanceof SqlFailure && error.code === code;
}
