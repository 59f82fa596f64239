import { expect, test } from '@jest/globals';
import { catalogue } from '../../../src/errors/index.ts';
import { sqliteFailure } from '../../../src/host/connectors/sql/sqlite/failures.ts';

test.each([
  [4874, 'RMT2070'],
  [778, 'RMT2070'],
  [266, 'RMT2059'],
])('the fault of input and output %d is %s', (errcode, code) => {
  const error = Object.assign(new Error('disk I/O error'), { errcode });
  expect(sqliteFailure(error, '/data/remit.db', () => false)).toMatchObject({ code });
});

test('a full disk has a code of its own, which callers may try again on', () => {
  const error = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const failure = sqliteFailure(error, '/data/remit.db', () => false);
  expect(failure).toMatchObject({
    code: 'RMT2070',
    message: 'the database file "remit.db" cannot grow: the disk is full',
  });
  expect(catalogue.RMT2070.status).toBe(503);
});
