import type { DatabaseSync } from 'node:sqlite';
import { RemitError } from '../../../errors/index.ts';
import type { Envelope } from '../../../model/index.ts';
import type { Telemetry } from '../../../telemetry/index.ts';
import type { Bus, Deliver, Outgoing, RetryPolicy } from '../bus.ts';
import { causeOfDeath, type DeadLetter, reportDeath } from '../dead-letter.ts';
import { isRetried } from '../verdict.ts';
import { type Look, look, Slots } from './claims.ts';
import { Fault } from './fault.ts';
import { logError } from './log-error.ts';
import { LogStore, type NewRow, type Row } from './log-store.ts';
import { openLog } from './open-log.ts';
import { defaults, type LogBusOptions } from './options.ts';
import { readEnvelope } from './read-envelope.ts';
import { Presence } from './presence.ts';
import { Takeover } from './takeover.ts';
import { Upcoming } from './upcoming.ts';
import { apply, type Claim, rowsOf, type Write } from './write.ts';

/** Milliseconds between a failed commit and the next try. */
const pause = 500;
/** Milliseconds between looks for ids to forget and counts of what waits. */
const housekeeping = 60_000;

/**
 * The embedded durable log: at-least-once deliveries in a SQLite file. What is published in one turn of the event
 * loop shares a transaction; what a process had claimed that dies is taken over.
 */
export class LogBus implements Bus {
  readonly #file: string;
  readonly #database: DatabaseSync;
  readonly #store: LogStore;
  readonly #presence: Presence;
  readonly #takeover: Takeover;
  readonly #telemetry: Telemetry;
  readonly #options: Required<LogBusOptions>;
  readonly #slots: Slots;
  readonly #hot = new Set<string>();
  readonly #upcoming: Upcoming;
  readonly #fault = new Fault();
  #writes: Write[] = [];
  #scheduled = false;
  #pending: number;
  #seen = -1;
  #keptAt = 0;
  #deliver: Deliver | undefined = undefined;
  #policies: ReadonlyMap<string, RetryPolicy> = new Map();
  #heart: NodeJS.Timeout | undefined = undefined;
  #draining = false;
  #closed = false;
  #left = false;
  #idle: (() => void)[] = [];

  /** @throws RemitError RMT3032, RMT3033 or RMT3034 when the file cannot serve. */
  constructor(file: string, telemetry: Telemetry, options: LogBusOptions = {}) {
    this.#file = file;
    this.#telemetry = telemetry;
    this.#options = { ...defaults, ...options };
    this.#presence = new Presence(file);
    this.#database = openLog(file, this.#presence);
    this.#store = new LogStore(this.#database, this.#presence.owner);
    this.#takeover = new Takeover(this.#presence, this.#options.delay);
    this.#slots = new Slots(this.#options.concurrency, this.#options.perHandler);
    this.#pending = this.#store.pending();
    this.#upcoming = new Upcoming((handlers) => this.#heat(handlers));
  }

  publish(outgoing: readonly Outgoing[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new RemitError('RMT3035', 'The event log is closed.');
      const rows = rowsOf(outgoing);
      this.#assertRoom(rows.length, this.#options.capacity);
      this.#write({ kind: 'publish', rows, resolve, reject });
    });
  }

  start(
    deliver: Deliver,
    policies: ReadonlyMap<string, RetryPolicy>,
    elsewhere: readonly string[] = [],
  ): void {
    this.#deliver = deliver;
    this.#policies = policies;
    const strangers = this.#store
      .handlers()
      .filter((name) => !policies.has(name) && !elsewhere.includes(name));
    if (strangers.length > 0) {
      const message = `Events wait for handlers that this application does not have: ${strangers.join(', ')}.`;
      this.#telemetry.log({ level: 'warn', message, sentBy: 'remit.bus' });
    }
    this.#heart = setInterval(() => this.#beat(), this.#options.heartbeat).unref();
    this.#heat(policies.keys());
  }

  async drain(): Promise<void> {
    this.#draining = true;
    this.#upcoming.clear();
    clearInterval(this.#heart);
    if (!this.#isIdle()) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.drain();
    this.#closed = true;
    this.#database.close();
    this.#presence.leave(this.#left);
  }

  get well(): boolean {
    return !this.#fault.isMet;
  }

  /** Deliveries that wait, run, or will be tried again. */
  get pending(): number {
    return this.#store.pending();
  }

  /** Events that handlers failed for good, the oldest first. */
  deadLetters(limit = 100): readonly DeadLetter[] {
    return this.#store.deadLetters(limit);
  }

  /** Delivers a dead letter again; false when there is none of this number. */
  replay(number: number): boolean {
    const revived = this.#store.transaction(() => this.#store.revive(number, Date.now()));
    if (revived) {
      this.#pending += 1;
      this.#heat(this.#policies.keys());
    }
    return revived;
  }

  /** Deletes a dead letter; false when there is none of this number. */
  drop(number: number): boolean {
    return this.#store.transaction(() => this.#store.drop(number));
  }

  #assertRoom(more: number, capacity: number): void {
    if (this.#pending + more <= capacity) return;
    this.#pending = this.#store.pending();
    if (this.#pending + more <= capacity) return;
    const message = `${this.#pending} deliveries wait in the event log, which takes ${this.#options.capacity}.`;
    throw new RemitError('RMT3031', message, { details: { pending: this.#pending } });
  }

  /** Looks for deliveries of these handlers with the next commit. */
  #heat(handlers: Iterable<string>): void {
    for (const handler of handlers) this.#hot.add(handler);
    this.#schedule();
  }

  /** The one thing an idle log does: a few microseconds to learn whether another process wrote, or is there at all. */
  #beat(): void {
    try {
      if (this.#takeover.ask()) this.#schedule();
      const version = this.#store.version();
      if (version === this.#seen) return;
      this.#seen = version;
      this.#heat(this.#policies.keys());
    } catch (error) {
      // A timer has nobody to throw at: the process would end.
      this.#failed([], logError(error, this.#file));
    }
  }

  #write(write: Write): void {
    this.#writes.push(write);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#commit());
  }

  #commit(): void {
    this.#scheduled = false;
    if (this.#closed) return;
    const writes = this.#writes;
    this.#writes = [];
    for (const write of writes) if (write.kind !== 'publish') this.#slots.give(write.claim);
    const now = Date.now();
    let found: Look;
    let applied: (number | undefined)[];
    try {
      [applied, found] = this.#store.transaction(() => this.#turn(writes, now));
    } catch (error) {
      this.#failed(writes, logError(error, this.#file));
      return;
    }
    this.#fault.written();
    writes.forEach((write, index) => this.#committed(write, applied[index]));
    this.#takeover.committed();
    this.#take(found, now);
    this.#rest();
  }

  #turn(writes: readonly Write[], now: number): [(number | undefined)[], Look] {
    if (now - this.#keptAt > housekeeping) this.#keepHouse(now);
    if (this.#fault.isTried) this.#store.probe();
    const applied = writes.map((write) => apply(this.#store, write, now));
    for (const write of writes)
      if ('rows' in write) for (const { handler } of write.rows) this.#hot.add(handler);
    const delivers = this.#deliver !== undefined && !this.#draining;
    if (delivers) for (const handler of this.#takeover.look(this.#store, now)) this.#hot.add(handler);
    return [applied, look(this.#store, delivers ? this.#hot : [], this.#policies, this.#slots, now)];
  }

  /** Other processes add and settle, too, so what waits is counted anew from time to time. */
  #keepHouse(now: number): void {
    this.#pending = this.#store.pending();
    const all = this.#store.forget(now - this.#options.window);
    if (all) this.#keptAt = now;
  }

  #committed(write: Write, grown: number | undefined): void {
    this.#pending += grown ?? 0;
    if (write.kind === 'publish') {
      write.resolve();
    } else if (grown === undefined) {
      const message = `A delivery of ${write.claim.handler} outlasted its lease; another process runs it, and what it emitted here is dropped.`;
      this.#telemetry.log({ level: 'warn', message, sentBy: 'remit.bus' });
    } else if (write.kind === 'retry') {
      this.#upcoming.advance(write.claim.handler, write.due);
    } else if (write.kind === 'bury') {
      reportDeath(this.#telemetry, write.envelope, write.claim.handler, write.death.attempts);
    }
  }

  #take({ rows, poison, idle }: Look, now: number): void {
    for (const row of rows) {
      this.#slots.take(row);
      void this.#run(row);
    }
    for (const row of poison) {
      this.#slots.take(row);
      const error = new RemitError('RMT3036', `The process ended while ${row.handler} ran.`);
      this.#bury(row, row.attempt, error);
    }
    for (const [handler, next] of idle) {
      this.#hot.delete(handler);
      this.#upcoming.set(handler, next === undefined ? undefined : Math.max(next, now + 1));
    }
    // Those with more to do go to the end of the line.
    for (const { handler } of rows) if (this.#hot.delete(handler)) this.#hot.add(handler);
  }

  async #run(row: Row): Promise<void> {
    const attempt = row.attempt + 1;
    const claim: Claim = { seq: row.seq, handler: row.handler, attempt };
    try {
      const envelope = JSON.parse(row.envelope) as Envelope;
      const outgoing = await (this.#deliver as Deliver)({ envelope, handler: row.handler, attempt });
      const rows: NewRow[] = rowsOf(outgoing);
      if (rows.length > 0) this.#assertRoom(rows.length, 2 * this.#options.capacity);
      this.#write({ kind: 'settle', claim, rows });
    } catch (error) {
      const retries = this.#policies.get(row.handler)?.retries ?? 0;
      if (!isRetried(error, attempt, retries)) return this.#bury(row, attempt, error);
      this.#write({ kind: 'retry', claim, due: Date.now() + this.#options.delay(attempt) });
    }
  }

  #bury(row: Row, attempts: number, error: unknown): void {
    const claim: Claim = { seq: row.seq, handler: row.handler, attempt: row.attempt + 1 };
    const death = { ...causeOfDeath(error), attempts, died: Date.now() };
    this.#write({ kind: 'bury', claim, death, envelope: readEnvelope(row.envelope, row.id) });
  }

  /** What was published is refused; how deliveries ended is written later, or, when stopping, by whoever starts next. */
  #failed(writes: readonly Write[], error: unknown): void {
    const message = 'The event log could not commit.';
    if (this.well) this.#telemetry.log({ level: 'error', message, sentBy: 'remit.bus', error });
    this.#fault.met(error);
    const kept: Write[] = [];
    for (const write of writes) {
      if (write.kind === 'publish') {
        write.reject(error);
      } else if (this.#draining) {
        this.#left = true;
      } else {
        this.#slots.take(write.claim);
        kept.push(write);
      }
    }
    this.#writes = [...kept, ...this.#writes];
    if (!this.#draining) setTimeout(() => this.#schedule(), pause);
    else this.#rest();
  }

  #rest(): void {
    if (this.#isIdle()) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #isIdle(): boolean {
    return this.#slots.total === 0 && this.#writes.length === 0;
  }
}
