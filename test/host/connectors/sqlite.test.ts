import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SqlFailure } from '../../../src/host/connectors/sql/failure.ts';
import { ownerRule, type Rule, ruleOf } from '../../../src/host/connectors/sql/rule.ts';
import { SqliteConnector } from '../../../src/host/connectors/sql/sqlite/connector.ts';
import type { Grant } from '../../../src/permissions/index.ts';

function rule(table: string, ...actions: string[]): Rule {
  const grant = { target: 'sqlite', resourceType: 'table', resource: table, excess: [], reason: '' };
  return ruleOf(
    'get',
    actions.map((action): Grant => ({ ...grant, action, enforceable: 'none' })),
  );
}

describe('the SQLite connector', () => {
  let folder: string;
  let connector: SqliteConnector;
  const run = (text: string, by: Rule) => connector.query({ text, parameters: [] }, by);
  const codeOf = (text: string, by: Rule): string => {
    try {
      run(text, by);
      return 'allowed';
    } catch (error) {
      return error instanceof SqlFailure ? error.code : String(error);
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remit-sqlite-'));
    connector = new SqliteConnector(join(folder, 'a.db'), 1_000);
    run('CREATE TABLE mine (a, b)', ownerRule);
    run('CREATE TABLE other (a, b)', ownerRule);
    run("INSERT INTO other VALUES (1, 'secret')", ownerRule);
    run('CREATE VIEW window AS SELECT * FROM other', ownerRule);
  });
  afterEach(async () => {
    await connector.close();
    rmSync(folder, { recursive: true });
  });

  test('allows what the rule names', () => {
    expect(codeOf('SELECT a FROM mine', rule('mine', 'SELECT'))).toBe('allowed');
    expect(codeOf('INSERT INTO mine VALUES (1, 2)', rule('mine', 'INSERT'))).toBe('allowed');
    expect(codeOf("SELECT value FROM json_each('[1]')", rule('mine', 'SELECT'))).toBe('allowed');
  });

  test.each([
    ['another table', 'SELECT * FROM other'],
    ['another table in a sub-select', 'SELECT (SELECT b FROM other) FROM mine'],
    ['another table in a join', 'SELECT o.b FROM mine, other AS o'],
    ['another table in a common table expression', 'WITH x AS (SELECT b FROM other) SELECT * FROM x'],
    ['another table by a view', 'SELECT * FROM window'],
    ['the number of its rows', 'SELECT count(*) FROM other'],
    ['the catalogue', 'SELECT sql FROM sqlite_schema'],
    ['an insert', 'INSERT INTO mine VALUES (1, 2)'],
    ['an update', 'UPDATE mine SET a = 1'],
    ['a delete', 'DELETE FROM mine'],
    ['a new table', 'CREATE TABLE new (a)'],
    ['a new temporary table', 'CREATE TEMP TABLE mine (a)'],
    ['a dropped table', 'DROP TABLE mine'],
    ['a new trigger', 'CREATE TRIGGER t AFTER INSERT ON mine BEGIN DELETE FROM other; END'],
    ['a new view', 'CREATE VIEW v AS SELECT 1'],
    ['a changed table', 'ALTER TABLE mine ADD COLUMN c'],
    ['a vacuum', 'VACUUM'],
    [
      'a recursion',
      'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3) SELECT max(x) FROM n',
    ],
    ['a pattern', "SELECT a FROM mine WHERE a LIKE '%a%a%a%a'"],
    ['a search', "SELECT replace(a, 'a', 'b') FROM mine"],
    ['bytes made from nothing', 'SELECT zeroblob(1000000000)'],
    ['another file', "ATTACH 'x.db' AS x"],
    ['a setting', 'PRAGMA synchronous = OFF'],
    ['a setting as a function', "SELECT * FROM pragma_table_info('other')"],
    ['a transaction of its own', 'BEGIN'],
    ['a savepoint', 'SAVEPOINT s'],
  ])('refuses a reader of one table %s', (_, text) => {
    expect(codeOf(text, rule('mine', 'SELECT'))).toBe('RMT2061');
    expect(run('SELECT b FROM other', ownerRule).rows).toEqual([[{ tag: 'text', val: 'secret' }]]);
  });

  test.each(["ATTACH 'x.db' AS x", 'PRAGMA journal_mode = DELETE', 'BEGIN', 'COMMIT', 'SAVEPOINT s'])(
    'refuses the owner too: %s',
    (text) => {
      expect(codeOf(text, ownerRule)).toBe('RMT2061');
    },
  );

  test('judges a statement on every run, not only when it was compiled', () => {
    const text = 'SELECT b FROM other';
    expect(codeOf(text, rule('other', 'SELECT'))).toBe('allowed');
    expect(codeOf(text, rule('mine', 'SELECT'))).toBe('RMT2061');
    expect(codeOf(text, rule('other', 'SELECT'))).toBe('allowed');
  });

  test('judges a trigger as part of the statement that fires it', () => {
    run('CREATE TRIGGER t AFTER INSERT ON mine BEGIN DELETE FROM other; END', ownerRule);
    expect(codeOf('INSERT INTO mine VALUES (1, 2)', rule('mine', 'INSERT'))).toBe('RMT2061');
    expect(run('SELECT count(*) FROM other', ownerRule).rows).toEqual([[{ tag: 'integer', val: 1n }]]);
  });

  test('judges anew when the schema has changed under a kept statement', () => {
    const text = 'SELECT a, b FROM mine';
    expect(codeOf(text, rule('mine', 'SELECT'))).toBe('allowed');
    run('DROP TABLE mine', ownerRule);
    run('CREATE VIEW mine AS SELECT a, b FROM other', ownerRule);
    expect(codeOf(text, rule('mine', 'SELECT'))).toBe('RMT2061');
  });

  test('rolls a transaction back when one of its statements is refused', () => {
    const statements = ['INSERT INTO mine VALUES (1, 2)', 'DELETE FROM other'].map((text) => ({
      text,
      parameters: [],
    }));
    expect(() => connector.transaction(statements, rule('mine', 'INSERT'))).toThrow(SqlFailure);
    expect(run('SELECT count(*) FROM mine', ownerRule).rows).toEqual([[{ tag: 'integer', val: 0n }]]);
  });

  test('runs one statement only, and none that is too long', () => {
    run('SELECT 1; DROP TABLE other', ownerRule);
    expect(codeOf('SELECT count(*) FROM other', ownerRule)).toBe('allowed');
    expect(codeOf(`SELECT '${'x'.repeat(20_000)}'`, ownerRule)).toBe('RMT2061');
  });

  test('does not read an answer to its end that no plugin could take', () => {
    run('CREATE TABLE pairs (a)', ownerRule);
    for (let index = 0; index < 200; index++) run(`INSERT INTO pairs VALUES (${index})`, ownerRule);
    const each = rule('pairs', 'SELECT');
    expect(run('SELECT a FROM pairs', each).rows).toHaveLength(200);
    expect(codeOf('SELECT x.a FROM pairs AS x, pairs AS y, pairs AS z', each)).toBe('RMT2066');
    expect(run('SELECT a FROM pairs', each).rows).toHaveLength(200);
  });

  test('makes no value that is larger than any that is stored', () => {
    expect(codeOf('SELECT length(zeroblob(16 * 1024 * 1024))', ownerRule)).toBe('allowed');
    expect(codeOf('SELECT length(zeroblob(32 * 1024 * 1024))', ownerRule)).toBe('RMT2066');
  });

  test('keeps a bounded number of compiled statements and goes on serving', () => {
    for (let index = 0; index < 1_000; index++) run(`SELECT ${index}`, ownerRule);
    expect(run('SELECT 7', ownerRule).rows).toEqual([[{ tag: 'integer', val: 7n }]]);
  });

  test('passes every kind of value both ways', () => {
    const parameters = [
      { tag: 'integer', val: 9_223_372_036_854_775_807n },
      { tag: 'real', val: 1.5 },
      { tag: 'text', val: 'ü' },
      { tag: 'blob', val: Uint8Array.of(0, 255) },
      { tag: 'null' },
    ] as const;
    const { rows } = connector.query({ text: 'SELECT ?1, ?2, ?3, ?4, ?5', parameters }, ownerRule);
    expect(rows).toEqual([parameters]);
  });
});
