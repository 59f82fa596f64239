import type { Attributes } from '../../../telemetry/index.ts';
import type { Rule } from './rule.ts';
import type { Outcome, Statement } from './statement.ts';

/** A database that the host holds: connections and credentials stay here. */
export interface SqlConnector {
  readonly dialect: 'sqlite' | 'postgres';
  /** Schema of tables and functions; empty where there are none. */
  readonly namespace: string;
  /** Whether `query` and `transaction` answer with promises. */
  readonly asynchronous: boolean;
  /** What every span of a statement says: system, server, database; no credentials. */
  readonly attributes: Attributes;
  /** Runs one statement if `rule` allows it. Throws SqlFailure and nothing else. */
  query(statement: Statement, rule: Rule): Outcome | Promise<Outcome>;
  /** Runs all or none. Throws SqlFailure and nothing else. */
  transaction(statements: readonly Statement[], rule: Rule): readonly Outcome[] | Promise<readonly Outcome[]>;
  /** Connects as operations do, which is not as the management face does. Throws SqlFailure and nothing else. */
  check(): Promise<void>;
  /** Ends every connection; further statements fail. */
  close(): Promise<void>;
}
