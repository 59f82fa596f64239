import { expect, test } from '@jest/globals';
import { blobOperations, keyValueOperations } from '../../src/interfaces/index.ts';
import { aboveCeiling, type Grant, type Needed } from '../../src/permissions/index.ts';

const grant = (target: string, action: string, resourceType: string, resource: string): Grant => ({
  target,
  action,
  resourceType,
  resource,
  enforceable: 'exact',
  excess: [],
  reason: 'a test',
});
const table = (action: string, name = 'kv_orders') => grant('sqlite', action, 'table', name);
const postgres = (action: string, type: string, name: string) => grant('postgres', action, type, name);
const needed = (operation: string, more: Partial<Needed> = {}): Needed => ({
  interface: 'keyValue',
  operation,
  target: 'sqlite',
  namespace: '',
  ...more,
});

test('on SQLite an operation has its own table, and of its actions those it is for', () => {
  expect(aboveCeiling(needed('get'), [table('SELECT')])).toBeUndefined();
  expect(aboveCeiling(needed('get'), [table('INSERT')])).toBe('INSERT on kv_orders is more than get may do');
  expect(aboveCeiling(needed('set'), [table('DELETE')])).toContain('DELETE');
  expect(aboveCeiling(needed('delete'), [table('UPDATE')])).toContain('UPDATE');
  expect(aboveCeiling(needed('get'), [table('SELECT'), table('SELECT', 'users')])).toContain('more tables');
  expect(aboveCeiling(needed('get'), [table('SELECT', 'SQLite_schema')])).toContain('belongs to no resource');
  expect(aboveCeiling(needed('get'), [grant('sqlite', 'OWNER', 'database', 'main')])).toContain('OWNER');
});

test('an operation that the interface does not have may do nothing', () => {
  for (const operation of ['drop', 'toString', '']) {
    expect(aboveCeiling(needed(operation), [table('SELECT')])).toBeDefined();
  }
});

test('every operation has a ceiling', () => {
  for (const operation of keyValueOperations) {
    expect(aboveCeiling(needed(operation), [table('SELECT')])).toBeUndefined();
  }
  for (const operation of blobOperations) {
    expect(aboveCeiling(needed(operation, { interface: 'blobs' }), [table('SELECT')])).toBeUndefined();
  }
});

test('on PostgreSQL an operation has one function of the schema, and the way into it', () => {
  const plain = needed('get', { target: 'postgres', namespace: 'remit' });
  const execute = postgres('EXECUTE', 'function', 'remit.kv_a_get(text)');
  expect(aboveCeiling(plain, [execute, postgres('USAGE', 'schema', 'remit')])).toBeUndefined();
  for (const more of [
    postgres('EXECUTE', 'function', 'remit.kv_a_set(text)'),
    postgres('EXECUTE', 'function', 'pg_catalog.pg_read_file(text)'),
    postgres('SELECT', 'table', 'remit.kv_a'),
    postgres('CREATE', 'schema', 'remit'),
    postgres('USAGE', 'schema', 'public'),
    postgres('USAGE', 'sequence', 'remit.s'),
  ]) {
    expect([more, aboveCeiling(plain, [execute, more])]).toEqual([more, expect.any(String)]);
  }
});

test('a schema whose name needs quotes is not taken for the one the server reads without them', () => {
  const odd = needed('get', { target: 'postgres', namespace: 'Odd "one"' });
  expect(aboveCeiling(odd, [postgres('EXECUTE', 'function', '"Odd ""one""".f(text)')])).toBeUndefined();
  const upper = needed('get', { target: 'postgres', namespace: 'Public' });
  expect(aboveCeiling(upper, [postgres('EXECUTE', 'function', 'Public.f(text)')])).toContain(
    'not in the schema',
  );
});

test('a target without a ceiling is granted nothing', () => {
  const unknown = needed('get', { target: 'tape' });
  expect(aboveCeiling(unknown, [grant('tape', 'READ', 'reel', '1')])).toContain('has no ceiling');
  expect(aboveCeiling(unknown, [])).toBeUndefined();
});
