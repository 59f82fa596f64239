import { constants, DatabaseSync } from 'node:sqlite';
import type { Attributes } from '../../../../telemetry/index.ts';
import type { SqlConnector } from '../connector.ts';
import { SqlFailure } from '../failure.ts';
import type { Rule } from '../rule.ts';
import { longestStatement, type Outcome, type Statement } from '../statement.ts';
import { deedOf, type Fact, factOf, forbiddenDeed, permits } from './facts.ts';
import { isDenied, sqliteFailure } from './failures.ts';
import { Prepared } from './prepared.ts';

/** Part of a call's deadline that a lock of another process is waited for; the process does nothing else meanwhile. */
const lockShare = 0.2;

/** Bytes of the longest value SQLite makes: what passes through a plugin and a row around it. */
const longestValue = 20 * 1024 * 1024;

/** Compiled statements kept. A plugin has some per resource and operation; the oldest goes. */
const keptStatements = 256;

/** A SQLite file in WAL mode, opened by the first statement. Every commit is on the disk when it returns. */
export class SqliteConnector implements SqlConnector {
  readonly dialect = 'sqlite';
  readonly namespace = '';
  readonly asynchronous = false;
  readonly attributes: Attributes = { 'db.system.name': 'sqlite' };
  readonly #file: string | undefined;
  readonly #lockTimeout: number;
  readonly #largestAnswer: number;
  readonly #statements = new Map<string, Prepared>();
  #database: DatabaseSync | undefined;
  #closed = false;
  /** Where the authorizer writes while a statement is compiled. */
  #found: Fact[] | undefined;
  /** By what the authorizer judges while a statement runs: SQLite compiles it anew when the schema changed. */
  #rule: Rule | undefined;

  /**
   * @param file Absent where no statement will run.
   * @param deadline Milliseconds of one call.
   * @param memory MiB of the plugin; an answer it could not take is not read to its end.
   */
  constructor(file: string | undefined, deadline: number, memory = 64) {
    this.#file = file;
    this.#lockTimeout = Math.ceil(deadline * lockShare);
    this.#largestAnswer = memory * 1024 * 1024;
  }

  query(statement: Statement, rule: Rule): Outcome {
    return this.#guarded(rule, (database) => this.#run(database, statement, rule));
  }

  transaction(statements: readonly Statement[], rule: Rule): readonly Outcome[] {
    return this.#guarded(rule, (database) => {
      this.#control(database, 'BEGIN IMMEDIATE');
      try {
        const outcomes = statements.map((statement) => this.#run(database, statement, rule));
        this.#control(database, 'COMMIT');
        return outcomes;
      } catch (error) {
        if (database.isTransaction) this.#control(database, 'ROLLBACK');
        throw error;
      }
    });
  }

  /** There is one connection for all, which the management face has tried. */
  async check(): Promise<void> {}

  async close(): Promise<void> {
    this.#closed = true;
    this.#statements.clear();
    this.#database?.close();
    this.#database = undefined;
  }

  #guarded<T>(rule: Rule, work: (database: DatabaseSync) => T): T {
    try {
      return work(this.#open());
    } catch (error) {
      throw sqliteFailure(error, this.#file ?? '', () => this.#isMissing(rule));
    } finally {
      this.#rule = undefined;
    }
  }

  #open(): DatabaseSync {
    if (this.#closed) throw new SqlFailure('unavailable', 'RMT2020', 'the database was closed');
    return (this.#database ??= this.#opened());
  }

  #opened(): DatabaseSync {
    if (this.#file === undefined) throw new SqlFailure('unavailable', 'RMT2050', 'no database file is given');
    const database = new DatabaseSync(this.#file, {
      timeout: this.#lockTimeout,
      returnArrays: true,
      readBigInts: true,
      enableDoubleQuotedStringLiterals: false,
      limits: { length: longestValue },
    });
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
      database.enableDefensive(true);
      database.setAuthorizer((code, table, second, source) => this.#authorize(code, table, second, source));
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  #authorize(code: number, table: string | null, second: string | null, database: string | null): number {
    if (this.#found === undefined && this.#rule === undefined) return constants.SQLITE_OK;
    const fact = factOf(code, table, second, database);
    if (fact === 'forbidden') return constants.SQLITE_DENY;
    if (fact === undefined) return constants.SQLITE_OK;
    if (this.#found === undefined) {
      return this.#rule && permits(this.#rule, fact) ? constants.SQLITE_OK : constants.SQLITE_DENY;
    }
    this.#found.push(fact);
    return constants.SQLITE_OK;
  }

  #run(database: DatabaseSync, { text, parameters }: Statement, rule: Rule): Outcome {
    const prepared = this.#statements.get(text) ?? this.#prepared(database, text, rule);
    if (!prepared.isPermitted(rule)) {
      if (rule.observer) for (const fact of prepared.refusedBy(rule)) rule.observer.refused(deedOf(fact));
      throw new SqlFailure(
        'refused',
        'RMT2061',
        'the plugin ran a statement that its deploy face does not declare',
      );
    }
    if (rule.observer) prepared.exercise(rule);
    this.#rule = rule;
    try {
      return prepared.run(parameters, this.#largestAnswer);
    } catch (error) {
      // Node does not reset a statement that failed while it was iterated, and its next run would fail alike.
      this.#statements.delete(text);
      throw error;
    } finally {
      this.#rule = undefined;
    }
  }

  #prepared(database: DatabaseSync, text: string, rule: Rule): Prepared {
    try {
      return this.#prepare(database, text);
    } catch (error) {
      // Refused to everybody, whatever is declared.
      if (rule.observer && isDenied(error)) rule.observer.refused(forbiddenDeed);
      throw error;
    }
  }

  #prepare(database: DatabaseSync, text: string): Prepared {
    if (text.length > longestStatement)
      throw new SqlFailure('refused', 'RMT2061', 'the statement is too long');
    const facts: Fact[] = [];
    this.#found = facts;
    try {
      const prepared = new Prepared(database.prepare(text), facts);
      if (this.#statements.size >= keptStatements) {
        for (const oldest of this.#statements.keys()) {
          this.#statements.delete(oldest);
          break;
        }
      }
      this.#statements.set(text, prepared);
      return prepared;
    } finally {
      this.#found = undefined;
    }
  }

  /** For statements of our own, which no rule judges. */
  #control(database: DatabaseSync, text: string): void {
    database.exec(text);
  }

  /** SQLite has one code for every mistake in a statement, so whether a table is missing has to be looked up. */
  #isMissing(rule: Rule): boolean {
    if (!this.#database) return false;
    const known = this.#database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    return [...rule.tables.keys()].some((table) => known.all(table).length === 0);
  }
}
