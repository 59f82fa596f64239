import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DeadLetter } from '../dead-letter.ts';
import { version } from './open-log.ts';
import { readEnvelope } from './read-envelope.ts';

/** A delivery as the log keeps it. */
export interface Row {
  readonly seq: number;
  readonly handler: string;
  readonly id: string;
  readonly envelope: string;
  /** Tries before this one. */
  readonly attempt: number;
}

/** A delivery that a process claimed. */
export interface Leased {
  readonly seq: number;
  readonly handler: string;
  readonly owner: string;
  readonly attempt: number;
  readonly due: number;
}

/** A delivery to be written. */
export interface NewRow {
  readonly handler: string;
  readonly id: string;
  readonly envelope: string;
}

/** What is kept of a delivery's end. */
export type Death = Pick<DeadLetter, 'error' | 'message' | 'attempts' | 'died'>;

/** The statements of the log, prepared once. Every write happens inside `transaction`. */
export class LogStore {
  readonly #database: DatabaseSync;
  readonly #owner: string;
  readonly #statements: Readonly<Record<keyof typeof statements, StatementSync>>;

  constructor(database: DatabaseSync, owner: string) {
    this.#database = database;
    this.#owner = owner;
    const prepared = Object.entries(statements).map(
      ([name, text]) => [name, database.prepare(text)] as const,
    );
    this.#statements = Object.fromEntries(prepared) as Record<keyof typeof statements, StatementSync>;
  }

  /** Commits all that `work` writes, or nothing. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** How many rows were new: a handler that knows the id gets nothing. */
  insert({ handler, id, envelope }: NewRow, now: number): number {
    return Number(this.#statements.insert.run(handler, id, envelope, now, handler, id).changes);
  }

  due(handler: string, now: number, limit: number): Row[] {
    return this.#statements.due.all(handler, now, limit) as unknown as Row[];
  }

  /** When the handler's next delivery is due. */
  nextDue(handler: string): number | undefined {
    return (this.#statements.nextDue.get(handler) as { readonly due: number } | undefined)?.due;
  }

  claim(seq: number, until: number): void {
    this.#statements.claim.run(this.#owner, until, seq);
  }

  /** Keeps a delivery that still runs here from being taken over. */
  extend(seq: number, until: number): void {
    this.#statements.extend.run(until, seq, this.#owner);
  }

  /** Deliveries whose lease has not ended. */
  leased(now: number): Leased[] {
    return this.handlers().flatMap(
      (handler) => this.#statements.leased.all(handler, now) as unknown as Leased[],
    );
  }

  /** Makes a claimed delivery anybody's. */
  free(seq: number, due: number): void {
    this.#statements.free.run(due, seq);
  }

  /** False when another process took the delivery over: then nothing it emitted may be published. */
  settle(seq: number, attempt: number, now: number): boolean {
    if (Number(this.#statements.remember.run(now, seq, this.#owner, attempt).changes) === 0) return false;
    this.#statements.remove.run(seq);
    return true;
  }

  /** False when another process took the delivery over. */
  retry(seq: number, attempt: number, due: number): boolean {
    return Number(this.#statements.retry.run(due, seq, this.#owner, attempt).changes) > 0;
  }

  /** Makes a dead letter of a delivery; false when another process took it over. */
  bury(seq: number, attempt: number, { error, message, attempts, died }: Death): boolean {
    const buried = this.#statements.bury.run(error, message, attempts, died, seq, this.#owner, attempt);
    return Number(buried.changes) > 0 && this.settle(seq, attempt, died);
  }

  /** Forgets ids older than `before`, some at a time; whether that were all. */
  forget(before: number): boolean {
    return Number(this.#statements.forget.run(before, mostForgotten).changes) < mostForgotten;
  }

  pending(): number {
    return (this.#statements.pending.get() as { readonly pending: number }).pending;
  }

  /** Handlers for which deliveries wait. */
  handlers(): string[] {
    return this.#statements.handlers.all().map((row) => row['handler'] as string);
  }

  /** Changes whenever another connection commits. */
  version(): number {
    return (this.#statements.version.get() as { readonly data_version: number }).data_version;
  }

  /** Writes a page as it is: fails where writing does. */
  probe(): void {
    this.#database.exec(`PRAGMA user_version = ${version}`);
  }

  deadLetters(limit: number): DeadLetter[] {
    return this.#statements.deadLetters.all(limit).map((row) => {
      const { id, ...letter } = row as unknown as Omit<DeadLetter, 'envelope'> & Pick<Row, 'id' | 'envelope'>;
      return { ...letter, envelope: readEnvelope(letter.envelope, id) };
    });
  }

  /** Makes a delivery of a dead letter again; false when there is no such letter. */
  revive(number: number, now: number): boolean {
    this.#statements.unremember.run(number);
    const revived = Number(this.#statements.revive.run(now, number).changes) > 0;
    return this.drop(number) && revived;
  }

  drop(number: number): boolean {
    return Number(this.#statements.drop.run(number).changes) > 0;
  }
}

/** Ids forgotten in one transaction. */
const mostForgotten = 10_000;

const mine = 'seq = ? AND owner = ? AND attempt = ?';

const statements = {
  insert: `INSERT INTO delivery (handler, id, envelope, due) SELECT ?, ?, ?, ?
    WHERE NOT EXISTS (SELECT 1 FROM handled WHERE handler = ? AND id = ?) ON CONFLICT DO NOTHING`,
  due: `SELECT seq, handler, id, envelope, attempt FROM delivery
    WHERE handler = ? AND due <= ? ORDER BY due, seq LIMIT ?`,
  nextDue: 'SELECT due FROM delivery WHERE handler = ? ORDER BY due LIMIT 1',
  claim: 'UPDATE delivery SET owner = ?, attempt = attempt + 1, due = ? WHERE seq = ?',
  extend: 'UPDATE delivery SET due = ? WHERE seq = ? AND owner = ?',
  leased: `SELECT seq, handler, owner, attempt, due FROM delivery
    WHERE handler = ? AND due > ? AND owner IS NOT NULL`,
  free: 'UPDATE delivery SET owner = NULL, due = ? WHERE seq = ?',
  remember: `INSERT OR REPLACE INTO handled (handler, id, at) SELECT handler, id, ? FROM delivery WHERE ${mine}`,
  remove: 'DELETE FROM delivery WHERE seq = ?',
  retry: `UPDATE delivery SET owner = NULL, due = ? WHERE ${mine}`,
  bury: `INSERT INTO dead (handler, id, envelope, error, message, attempts, died)
    SELECT handler, id, envelope, ?, ?, ?, ? FROM delivery WHERE ${mine}`,
  forget: `DELETE FROM handled WHERE (handler, id) IN
    (SELECT handler, id FROM handled WHERE at < ? ORDER BY at LIMIT ?)`,
  pending: 'SELECT count(*) AS pending FROM delivery',
  handlers: 'SELECT DISTINCT handler FROM delivery',
  version: 'PRAGMA data_version',
  deadLetters: `SELECT number, handler, id, envelope, error, message, attempts, died FROM dead
    ORDER BY number LIMIT ?`,
  unremember: `DELETE FROM handled WHERE (handler, id) = (SELECT handler, id FROM dead WHERE number = ?)`,
  revive: `INSERT INTO delivery (handler, id, envelope, due)
    SELECT handler, id, envelope, ? FROM dead WHERE number = ? ON CONFLICT DO NOTHING`,
  drop: 'DELETE FROM dead WHERE number = ?',
} as const;
