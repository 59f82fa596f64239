import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

test('creates what the resources need, once and again', async () => {
  const data = stage.folder();
  for (const round of [1, 2]) {
    const args = ['provision', 'examples/orders/app.ts', '--env', 'dev', '--json'];
    const remit = stage.run(args, { env: { REMIT_DATA: data } });
    expect([round, await remit.end(), remit.stderr]).toEqual([round, 0, '']);
    expect(JSON.parse(remit.stdout)).toEqual({ environment: 'dev', resources: ['orders', 'receipts'] });
  }
  const database = new DatabaseSync(join(data, 'remit.db'), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  database.close();
  expect(JSON.stringify(tables)).toMatch(/orders[\s\S]*receipts/);
});

test('says which variables are missing, and asks for no key it does not need', async () => {
  const remit = stage.run(['provision', 'examples/orders/app.ts', '--env', 'prod']);
  expect(await remit.end()).toBe(3);
  expect(remit.stderr).toContain('DATABASE_URL');
  expect(remit.stderr).not.toContain('ORDERS_JWT_KEY');
});

test('a database that cannot be reached', async () => {
  const env = { DATABASE_URL: 'postgres://someone:a-password@127.0.0.1:1/none', DATABASE_ROLE: 'nobody' };
  const remit = stage.run(['provision', 'examples/orders/app.ts', '--env', 'prod'], { env });
  expect(await remit.end()).toBe(3);
  expect(remit.stderr).toMatch(/^error\[RMT2\d+\]/);
  expect(remit.stderr).not.toContain('a-password');
});
