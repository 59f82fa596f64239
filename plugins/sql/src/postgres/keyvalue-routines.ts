import { pageLimit } from '../page.ts';
import type { Routine } from './routine.ts';

const upsert = 'ON CONFLICT (key) DO UPDATE SET version = excluded.version, value';
const digits = `encode(t.value, 'escape')`;
const counter = `${digits}::bigint`;

/** The functions of a key-value resource, by the host's names of the operations. */
export const keyValueRoutines = {
  get: {
    name: 'get',
    parameters: ['text'],
    returns: 'bytea',
    body: (table) => `RETURN (SELECT t.value FROM ${table} AS t WHERE t.key = $1);`,
  },
  exists: {
    name: 'exists',
    parameters: ['text'],
    returns: 'boolean',
    body: (table) => `RETURN EXISTS (SELECT FROM ${table} AS t WHERE t.key = $1);`,
  },
  getMany: {
    name: 'get_many',
    parameters: ['text[]'],
    returns: 'TABLE (found_key text, found_value bytea)',
    body: (table) => `RETURN QUERY SELECT t.key, t.value FROM ${table} AS t WHERE t.key = ANY ($1);`,
  },
  list: {
    name: 'list',
    parameters: ['text'],
    returns: 'SETOF text',
    body: (table) =>
      `RETURN QUERY SELECT t.key FROM ${table} AS t WHERE t.key > $1 COLLATE "C" ORDER BY t.key LIMIT ${pageLimit};`,
  },
  set: {
    name: 'set',
    parameters: ['text', 'bytea'],
    returns: 'void',
    body: (table, sequence) =>
      `INSERT INTO ${table} AS t (key, value, version) VALUES ($1, $2, nextval(${sequence})) ` +
      `${upsert} = excluded.value;`,
  },
  setMany: {
    name: 'set_many',
    parameters: ['text[]', 'bytea[]'],
    returns: 'void',
    // The last of equal keys wins; rows are locked in order of keys, so that two calls cannot wait for each other.
    body: (table, sequence) =>
      `INSERT INTO ${table} AS t (key, value, version) SELECT e.key, e.value, nextval(${sequence}) FROM (` +
      'SELECT DISTINCT ON (u.key COLLATE "C") u.key, u.value FROM unnest($1, $2) WITH ORDINALITY AS u (key, value, n) ' +
      `ORDER BY u.key COLLATE "C", u.n DESC) AS e ${upsert} = excluded.value;`,
  },
  delete: {
    name: 'delete',
    parameters: ['text'],
    returns: 'void',
    body: (table) => `DELETE FROM ${table} AS t WHERE t.key = $1;`,
  },
  increment: {
    name: 'increment',
    parameters: ['text', 'bigint'],
    returns: 'bigint',
    declares: 'total bigint;',
    // NULL, which the column refuses, when the value is no counter or the sum no safe integer.
    body: (table, sequence) =>
      `INSERT INTO ${table} AS t (key, value, version) ` +
      `VALUES ($1, convert_to($2::text, 'UTF8'), nextval(${sequence})) ` +
      `${upsert} = CASE WHEN length(t.value) < 18 AND ${digits} ~ '^(0|-?[1-9][0-9]{0,15})$' THEN ` +
      `CASE WHEN ${counter} + $2 BETWEEN -9007199254740991 AND 9007199254740991 ` +
      `THEN convert_to((${counter} + $2)::text, 'UTF8') END END ` +
      `RETURNING ${counter} INTO total; RETURN total;`,
  },
  swap: {
    name: 'swap',
    parameters: ['text', 'boolean', 'bigint', 'bytea'],
    returns: 'TABLE (swapped boolean, found_version bigint, found_value bytea)',
    // One function reads and writes, so that a role that may swap may do nothing else.
    body: (table, sequence) =>
      'IF NOT $2 THEN ' +
      `RETURN QUERY SELECT false, t.version, t.value FROM ${table} AS t WHERE t.key = $1; RETURN; ` +
      'ELSIF $3 IS NULL THEN ' +
      `INSERT INTO ${table} AS t (key, value, version) VALUES ($1, $4, nextval(${sequence})) ON CONFLICT DO NOTHING; ` +
      'ELSE ' +
      `UPDATE ${table} AS t SET value = $4, version = nextval(${sequence}) WHERE t.key = $1 AND t.version = $3; ` +
      'END IF; RETURN QUERY SELECT FOUND, NULL::bigint, NULL::bytea;',
  },
} as const satisfies Readonly<Record<string, Routine>>;
