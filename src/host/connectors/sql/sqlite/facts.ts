import { constants } from 'node:sqlite';
import type { Deed } from '../../connector.ts';
import type { Rule } from '../rule.ts';

/** One thing a statement does to one table, as SQLite itself found out. */
export interface Fact {
  readonly action: string;
  readonly table: string;
}

/** For actions that only the management face may do. */
const owner: Fact = { action: 'OWNER', table: '' };

/** The virtual table that turns a list of keys into rows; it reads nothing but its parameter. */
const harmlessTables = new Set(['json_each']);

const actions: ReadonlyMap<number, string> = new Map([
  [constants.SQLITE_READ, 'SELECT'],
  [constants.SQLITE_INSERT, 'INSERT'],
  [constants.SQLITE_UPDATE, 'UPDATE'],
  [constants.SQLITE_DELETE, 'DELETE'],
]);

/**
 * Functions whose cost is in proportion to what they are given. The fuel of a plugin does not count what SQLite does and
 * nothing can stop it, so a pattern, a search or bytes made from nothing would stop the whole process. Recursion too.
 */
const harmlessFunctions: ReadonlySet<string | null> = new Set(
  (
    'abs avg changes coalesce count hex ifnull iif length lower max min nullif octet_length random round substr sum ' +
    'total typeof unixepoch upper'
  ).split(' '),
);

/** Never a plugin's: they reach other files, change the connection, or break into transactions. */
const forbidden: ReadonlySet<number> = new Set([
  constants.SQLITE_ATTACH,
  constants.SQLITE_DETACH,
  constants.SQLITE_PRAGMA,
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_SAVEPOINT,
]);

/** What the authorizer was told, as a fact; `undefined`: nothing to judge; `forbidden`: for nobody. */
export function factOf(
  code: number,
  table: string | null,
  second: string | null,
  database: string | null,
): Fact | 'forbidden' | undefined {
  if (forbidden.has(code)) return 'forbidden';
  if (code === constants.SQLITE_SELECT) return undefined;
  if (code === constants.SQLITE_FUNCTION) return harmlessFunctions.has(second) ? undefined : owner;
  const action = actions.get(code);
  if (action === undefined || table === null || database === 'temp') return owner;
  if (action === 'SELECT' && harmlessTables.has(table)) return undefined;
  return { action, table };
}

/** Of a statement that no plugin may run. */
export const forbiddenDeed: Deed = { action: 'FORBIDDEN', resourceType: 'database', resource: '' };

/** A fact in the words of grants. */
export function deedOf({ action, table }: Fact): Deed {
  return { action, resourceType: table === '' ? 'database' : 'table', resource: table };
}

/** Whether a rule allows a fact. */
export function permits(rule: Rule, fact: Fact): boolean {
  return rule.owner || rule.tables.get(fact.table)?.has(fact.action) === true;
}
