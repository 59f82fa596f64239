import { expect, test } from '@jest/globals';
import { catalogue } from '../../../src/errors/index.ts';
import { sqliteFailure } from '../../../src/host/connectors/sql/sqlite/failures.ts';

test('a full disk has a code of its own, which callers may try again on', () => {
  const error = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const failure = sqliteFailure(error, '/data/remit.db', () => false);
  expect(failure).toMatchObject({
    code: 'RMT2070',
    message: 'the database file "remit.db" cannot grow: the disk is full',
  });
  expect(catalogue.RMT2070.status).toBe(503);
});
