import { DatabaseSync } from 'node:sqlite';
import { RemitError } from '../../../errors/index.ts';
import { logError } from './log-error.ts';
import type { Presence } from './presence.ts';
import { assertSound } from './sound.ts';

/** `RMTL`, so that another application's database is never mistaken for a log. */
const applicationId = 0x524d544c;
export const version = 1;
const tables = ['delivery', 'handled', 'dead'];

/** Milliseconds a transaction waits for another process's. */
const patience = 1_000;

const schema = `
  CREATE TABLE delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    handler TEXT NOT NULL,
    id TEXT NOT NULL,
    envelope TEXT NOT NULL,
    due INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    owner TEXT
  ) STRICT;
  CREATE UNIQUE INDEX delivery_once ON delivery (handler, id);
  CREATE INDEX delivery_due ON delivery (handler, due, seq);
  CREATE TABLE handled (
    handler TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (handler, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handled_at ON handled (at);
  CREATE TABLE dead (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    handler TEXT NOT NULL,
    id TEXT NOT NULL,
    envelope TEXT NOT NULL,
    error TEXT NOT NULL,
    message TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    died INTEGER NOT NULL
  ) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/**
 * Opens the log, and makes it when there is none. Who claims deliveries must be seen by others: with `presence`.
 * @throws RemitError RMT3032 when it is locked, RMT3033 when the file is something else, RMT3034 otherwise.
 */
export function openLog(file: string, presence?: Presence): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: patience });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    prepare(database, file);
    const gone = presence?.gone() ?? [];
    presence?.enter();
    database.exec('COMMIT');
    assertSound(database, file, gone.length === 0 ? 'well' : 'without a word');
    return database;
  } catch (error) {
    database?.close();
    presence?.leave(false);
    throw logError(error, file);
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const pragma = (name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  const known = pragma('application_id') === applicationId && pragma('user_version') === version;
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  if (known && tables.every((table) => names.some(({ name }) => name === table))) return;
  if (!known && names.length === 0) return database.exec(schema);
  throw new RemitError('RMT3033', `${file} is not an event log that this version of Remit can use.`, {
    details: { file },
  });
}
