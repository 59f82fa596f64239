import { expect, test } from '@jest/globals';
import { longestStatement } from '../../../src/host/connectors/sql/statement.ts';
import { summaryOf } from '../../../src/host/connectors/sql/summary.ts';

test('a span of a statement is named by its first word and its first table', () => {
  const text = 'SELECT "value" FROM "kv_orders"';
  expect(summaryOf(text)).toMatchObject({ name: 'SELECT value', attributes: { 'db.query.text': text } });
  expect(summaryOf('INSERT INTO "remit"."kv_orders" VALUES (?1)').name).toBe('INSERT kv_orders');
  expect(summaryOf('').name).toBe('SQL');
});

test('a text that no connector takes is neither kept nor shown whole', () => {
  const text = `SELECT ${'x'.repeat(longestStatement)}`;
  expect(summaryOf(text).attributes['db.query.text']?.length).toBe(longestStatement);
  expect(summaryOf(text) === summaryOf(text)).toBe(false);
});
