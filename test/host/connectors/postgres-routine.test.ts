import { describe, expect, test } from '@jest/globals';
import { PostgresConnector } from '../../../src/host/connectors/sql/postgres/connector.ts';
import { ruleOf } from '../../../src/host/connectors/sql/rule.ts';
import { calledRoutine, routineOf } from '../../../src/host/connectors/sql/routine.ts';

describe('what a statement calls on PostgreSQL', () => {
  test('is read from a plain call, quoted or not', () => {
    const routine = { schema: 'remit', name: 'kv_a_set', parameters: 2 };
    expect(calledRoutine('SELECT remit.kv_a_set($1, $2)')).toEqual(routine);
    expect(calledRoutine('SELECT * FROM "remit"."kv_a_set"($1, $2)')).toEqual(routine);
    expect(routineOf('remit.kv_a_set(text,bytea)')).toEqual(routine);
    expect(routineOf('"a""b"."c.d"(text[])')).toEqual({ schema: 'a"b', name: 'c.d', parameters: 1 });
    expect(routineOf('remit.f()')).toEqual({ schema: 'remit', name: 'f', parameters: 0 });
  });

  test.each([
    'SELECT remit.kv_a_set($1, $2); DROP TABLE x',
    'SELECT remit.kv_a_set($1, $2) -- x',
    'SELECT remit.kv_a_set($1, $2) FROM remit.kv_a',
    'SELECT remit.kv_a_set($1, remit.kv_b_get($1))',
    'SELECT remit.kv_a_set($1, $2), remit.kv_b_get($1)',
    "SELECT remit.kv_a_set('a', $2)",
    'SELECT kv_a_set($1, $2)',
    'SELECT * FROM remit.kv_a',
    'RESET ROLE',
    'SET ROLE postgres',
    'COPY remit.kv_a TO PROGRAM $$x$$',
    'select remit.kv_a_set($1, $2)',
    ' SELECT remit.kv_a_set($1, $2)',
    'SELECT remit.kv_a_set($1, $2)\n',
    '',
  ])('is nothing that a rule could allow in %j', (text) => {
    expect(calledRoutine(text)).toBeUndefined();
  });

  test('is judged before anything is connected to', async () => {
    const connector = new PostgresConnector({ schema: 'remit', connections: 1, deadline: 1_000 });
    const grant = {
      target: 'postgres',
      action: 'EXECUTE',
      enforceable: 'exact',
      excess: [],
      reason: '',
    } as const;
    const rule = ruleOf('get', [{ ...grant, resourceType: 'function', resource: 'remit.kv_a_get(text)' }]);
    const query = (text: string) => connector.query({ text, parameters: [] }, rule);
    for (const text of [
      'SELECT remit.kv_a_get($1, $2)',
      'SELECT remit.kv_b_get($1)',
      'SELECT public.kv_a_get($1)',
      'SELECT 1',
    ]) {
      await expect(query(text)).rejects.toMatchObject({ code: 'RMT2061' });
    }
    await expect(query('SELECT remit.kv_a_get($1)')).rejects.toMatchObject({ code: 'RMT2053' });
    await connector.close();
  });
});
