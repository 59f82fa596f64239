import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, type DatabaseError } from 'pg';
import { signDevToken } from '../../src/framework/http/index.ts';
import type { Statement } from '../../src/permissions/index.ts';
import { root, Stage } from '../e2e/support/remit.ts';
import { until } from '../e2e/support/until.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';

const stage = new Stage();
const orders = 'examples/orders/app.ts';
const key = 'a key for tests, longer than 32 bytes';
const id = '2f1a6a0e-8d0b-4c55-9f5e-0f6a2b6d6a11';
let server: PostgresServer;
let owner: Client;

function remit(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(process.execPath, ['dist/cli/main.js', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

const policy = (...options: string[]): string =>
  remit(['policy', orders, '--env', 'prod', '--target', 'postgres', ...options]);

/** Every right of a role in the schema, as the server sees it. */
async function held(
  role: string,
): Promise<{ readonly functions: readonly string[]; readonly tables: readonly string[] }> {
  const functions = await owner.query<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = 'remit'::regnamespace
     AND has_function_privilege($1, p.oid, 'EXECUTE')`,
    [role],
  );
  const tables = await owner.query<{ name: string }>(
    `SELECT c.relname || ' ' || r AS name FROM pg_class c, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) r
     WHERE c.relnamespace = 'remit'::regnamespace AND c.relkind IN ('r','v','m') AND has_table_privilege($1, c.oid, r)
     UNION ALL SELECT c.relname || ' ' || r FROM pg_class c, unnest(ARRAY['SELECT','USAGE','UPDATE']) r
     WHERE c.relnamespace = 'remit'::regnamespace AND c.relkind = 'S' AND has_sequence_privilege($1, c.oid, r)`,
    [role],
  );
  return {
    functions: functions.rows.map(({ name }) => name).toSorted(),
    tables: tables.rows.map(({ name }) => name),
  };
}

/** What a statement ends with when `role` runs it: `done`, or the server's error code. */
async function attempt(role: string, statement: string): Promise<string> {
  await owner.query(`BEGIN; SET LOCAL ROLE "${role}"`);
  try {
    await owner.query(statement);
    return 'done';
  } catch (error) {
    return (error as DatabaseError).code ?? String(error);
  } finally {
    await owner.query('ROLLBACK');
  }
}

beforeAll(async () => {
  server = await startPostgres();
  owner = new Client({ connectionString: server.url() });
  await owner.connect();
  remit(['provision', orders, '--env', 'prod'], {
    DATABASE_URL: server.url(),
    DATABASE_ROLE: 'postgres',
    ORDERS_JWT_KEY: key,
  });
  await owner.query(policy());
  await owner.query(`CREATE ROLE app LOGIN NOINHERIT PASSWORD 'secret'; GRANT "orders.main" TO app`);
}, 60_000);

afterAll(async () => {
  await stage.clear();
  await owner?.end();
  await server?.stop();
});

const declared = [
  'remit.blob_receipts_write(text,bytea)',
  'remit.kv_orders_delete(text)',
  'remit.kv_orders_exists(text)',
  'remit.kv_orders_get(text)',
  'remit.kv_orders_get_many(text[])',
  'remit.kv_orders_list(text)',
  'remit.kv_orders_set(text,bytea)',
];

describe('the policy of the example on a real PostgreSQL', () => {
  test('a role may execute the declared functions, no other, and touch no table or sequence', async () => {
    expect(await held('orders.main')).toEqual({ functions: declared, tables: [] });
  });

  test('the server executes every declared function and refuses every other one', async () => {
    const { rows } = await owner.query<{ name: string; types: string[] }>(
      `SELECT p.oid::regprocedure::text AS name, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) t) AS types
       FROM pg_proc p WHERE p.pronamespace = 'remit'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(declared.length);
    for (const { name, types } of rows) {
      const values = types.map((type) =>
        type.endsWith('[]') ? `'{}'::${type}` : type === 'boolean' ? 'false' : `'1'::${type}`,
      );
      const call = `SELECT * FROM ${name.slice(0, name.indexOf('('))}(${values.join(', ')})`;
      expect([name, await attempt('orders.main', call)]).toEqual([
        name,
        declared.includes(name) ? 'done' : '42501',
      ]);
    }
  });

  test('the server refuses every direct access to every table', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'remit'::regnamespace AND relkind = 'r'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { name } of rows) {
      for (const statement of [
        `SELECT * FROM ${name}`,
        `INSERT INTO ${name} DEFAULT VALUES`,
        `DELETE FROM ${name}`,
        `TRUNCATE ${name}`,
        `DROP TABLE ${name}`,
        `COPY ${name} TO STDOUT`,
      ]) {
        expect([statement, await attempt('orders.main', statement)]).toEqual([statement, '42501']);
      }
    }
    expect(await attempt('orders.main', 'CREATE TABLE remit.mine ()')).toBe('42501');
    expect(await attempt('orders.main', 'CREATE TEMPORARY TABLE mine ()')).toBe('42501');
    expect(await attempt('orders.main', 'SELECT lo_creat(-1)')).toBe('42501');
  });

  test('the example serves every declared operation under that role', async () => {
    const app = stage.run(['start', orders, '--env', 'prod'], {
      env: {
        PORT: '0',
        REMIT_DATA: stage.folder(),
        DATABASE_URL: server.url({ user: 'app', password: 'secret' }),
        DATABASE_ROLE: 'orders.main',
        ORDERS_JWT_KEY: key,
      },
    });
    const address = await app.address();
    const post = await fetch(`${address}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, quantity: 2 }),
    });
    expect([post.status, await post.json()]).toEqual([201, { id, quantity: 2 }]);
    const found = await fetch(`${address}/orders/${id}`);
    expect([found.status, await found.json()]).toEqual([200, expect.objectContaining({ id, quantity: 2 })]);
    await until(
      'the receipt',
      async () => (await owner.query('SELECT FROM remit.blob_receipts')).rowCount === 1,
    );
    const authorization = `Bearer ${await signDevToken(key, { subject: 'test', scopes: ['orders:admin'], issuer: 'orders' })}`;
    const cancelled = await fetch(`${address}/orders/${id}`, {
      method: 'DELETE',
      headers: { authorization },
    });
    expect([cancelled.status, await cancelled.json()]).toEqual([200, { id }]);
    expect(await app.signal('SIGTERM')).toBe(0);
  });

  test('an owner who is no superuser hears once of what only a superuser can take away', async () => {
    await owner.query(`CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'secret'`);
    await owner.query('CREATE DATABASE kept OWNER keeper');
    const url = server.url({ user: 'keeper', password: 'secret', database: 'kept' });
    remit(['provision', orders, '--env', 'prod'], {
      DATABASE_URL: url,
      DATABASE_ROLE: 'keeper',
      ORDERS_JWT_KEY: key,
    });
    const keeper = new Client({ connectionString: url });
    const notices: (string | undefined)[] = [];
    keeper.on('notice', ({ message }) => notices.push(message));
    await keeper.connect();
    try {
      await keeper.query(policy());
    } finally {
      await keeper.end();
    }
    expect(notices).toEqual(['only a superuser can take large objects away from PUBLIC']);
  });

  test('a second document takes away what the first gave in excess', async () => {
    await owner.query(
      'GRANT SELECT ON remit.kv_orders TO "orders.main"; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA remit TO "orders.main"',
    );
    await owner.query(policy());
    expect(await held('orders.main')).toEqual({ functions: declared, tables: [] });
  });

  test.each(['service', 'handler'])(
    'a document per %s gives each role what its statements say',
    async (per) => {
      await owner.query(policy('--per', per));
      const principals = JSON.parse(policy('--per', per, '--json')) as {
        principal: string;
        statements: Statement[];
      }[];
      expect(principals.length).toBeGreaterThan(1);
      for (const { principal, statements } of principals) {
        const functions = statements
          .filter(({ action }) => action === 'EXECUTE')
          .map(({ resource }) => resource);
        expect(await held(principal)).toEqual({ functions, tables: [] });
      }
    },
  );
});

test('--why names the handler, the injectable and the place of each statement', () => {
  expect(policy('--why')).toContain(
    'orders.main: EXECUTE on function remit.blob_receipts_write(text,bytea)\n' +
      '  Bookkeeping.receipt asks for write on receipts through ReceiptWriter (receipts.ts:9)\n',
  );
});
