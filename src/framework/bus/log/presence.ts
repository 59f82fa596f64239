import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const ending = '.lock';

/**
 * Shows the other processes of a log that this one lives: an empty file beside the log, `events.db.OWNER.lock`, whose lock
 * it holds. The operating system gives the lock back however the process ends, and no other process can be taken
 * for it, as one with the same pid could be.
 *
 * `enter` and `gone` hold inside a transaction of the log only: then no file is there whose lock is yet to be taken.
 */
export class Presence {
  readonly owner = randomUUID();
  readonly #folder: string;
  readonly #start: string;
  #held: DatabaseSync | undefined = undefined;

  constructor(log: string) {
    this.#folder = dirname(resolve(log));
    this.#start = `${basename(log)}.`;
  }

  enter(): void {
    this.#held = new DatabaseSync(this.#file(this.owner));
    this.#held.exec('BEGIN EXCLUSIVE');
  }

  /** Other processes that live, or ended without a word. */
  others(): string[] {
    return namesIn(this.#folder)
      .filter((name) => name.startsWith(this.#start) && name.endsWith(ending))
      .map((name) => name.slice(this.#start.length, -ending.length))
      .filter((owner) => owner !== this.owner);
  }

  /** Those that ended without a word. One whose file is gone, or cannot be locked for any reason, counts as living. */
  gone(): string[] {
    return this.others().filter((owner) => isFree(this.#file(owner)));
  }

  /** Whatever they left has been taken over. */
  forget(owners: readonly string[]): void {
    for (const owner of owners) remove(this.#file(owner));
  }

  /** Ends: without a word when deliveries are left, so that the next process takes them over. */
  leave(left: boolean): void {
    this.#held?.close();
    if (!left) this.forget([this.owner]);
  }

  #file(owner: string): string {
    return join(this.#folder, `${this.#start}${owner}${ending}`);
  }
}

/** A folder that cannot be read shows nobody: then a lease has to end. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed costs a look, and no delivery. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}

function isFree(file: string): boolean {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}
