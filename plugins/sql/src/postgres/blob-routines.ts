import { pageLimit } from '../page.ts';
import type { Routine } from './routine.ts';

/** The functions of a blob resource, by the host's names of the operations. */
export const blobRoutines = {
  read: {
    name: 'read',
    parameters: ['text'],
    returns: 'bytea',
    body: (table) => `RETURN (SELECT t.content FROM ${table} AS t WHERE t.name = $1);`,
  },
  exists: {
    name: 'exists',
    parameters: ['text'],
    returns: 'boolean',
    body: (table) => `RETURN EXISTS (SELECT FROM ${table} AS t WHERE t.name = $1);`,
  },
  info: {
    name: 'info',
    parameters: ['text'],
    returns: 'TABLE (size bigint, modified_at bigint)',
    body: (table) =>
      `RETURN QUERY SELECT octet_length(t.content)::bigint, t.modified FROM ${table} AS t WHERE t.name = $1;`,
  },
  list: {
    name: 'list',
    parameters: ['text', 'text', 'text'],
    returns: 'SETOF text',
    body: (table) =>
      `RETURN QUERY SELECT t.name FROM ${table} AS t WHERE t.name > $1 COLLATE "C" AND t.name >= $2 COLLATE "C" ` +
      `AND ($3 IS NULL OR t.name < $3 COLLATE "C") ORDER BY t.name LIMIT ${pageLimit};`,
  },
  write: {
    name: 'write',
    parameters: ['text', 'bytea'],
    returns: 'void',
    body: (table) =>
      `INSERT INTO ${table} AS t (name, content, modified) ` +
      'VALUES ($1, $2, (extract(epoch FROM clock_timestamp()) * 1000)::bigint) ' +
      'ON CONFLICT (name) DO UPDATE SET content = excluded.content, modified = excluded.modified;',
  },
  delete: {
    name: 'delete',
    parameters: ['text'],
    returns: 'void',
    body: (table) => `DELETE FROM ${table} AS t WHERE t.name = $1;`,
  },
} as const satisfies Readonly<Record<string, Routine>>;
