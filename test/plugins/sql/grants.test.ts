import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Binding } from '../../../src/host/index.ts';
import { blobOperations, keyValueOperations } from '../../../src/interfaces/index.ts';
import { type Backend, bytes, startBackend, text } from './backend.ts';

describe('grants on SQLite', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend('sqlite');
  });
  afterAll(() => backend.stop());

  test('are said to be enforced by nothing but the process', async () => {
    const binding = await backend.open();
    const grants = await binding.grants('keyValue', 'orders', 'get');
    expect(grants).toEqual([
      expect.objectContaining({
        target: 'sqlite',
        action: 'SELECT',
        resource: 'kv_orders',
        enforceable: 'none',
      }),
    ]);
    expect(grants[0]?.excess).not.toEqual([]);
    expect(binding.statistics().instances).toBe(0);
  });

  test('are refused for operations and interfaces that there are not', async () => {
    const binding = await backend.open();
    for (const operation of ['drop', 'toString', '__proto__', 'constructor', '']) {
      await expect(binding.grants('keyValue', 'orders', operation)).rejects.toMatchObject({
        code: 'RMT2063',
      });
    }
    await expect(binding.grants('queues' as 'blobs', 'orders', 'get')).rejects.toMatchObject({
      code: 'RMT2063',
    });
  });
});

describe('grants on PostgreSQL', () => {
  let backend: Backend;
  let owner: Binding;
  let admin: Client;

  beforeAll(async () => {
    backend = await startBackend('postgres');
    owner = await backend.open();
    await owner.provision('keyValue', 'orders');
    await owner.provision('blobs', 'odd Name');
    admin = new Client({ connectionString: backend.server?.url() });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await backend.stop();
  });

  async function signature(resource: string): Promise<string> {
    const { rows } = await admin.query('SELECT ($1::regprocedure)::text AS name', [resource]);
    return (rows as { name: string }[])[0]?.name ?? '';
  }

  test('need no server', async () => {
    const binding = await backend.open({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const [execute, usage] = await binding.grants('keyValue', 'orders', 'getMany');
    expect(execute).toMatchObject({
      target: 'postgres',
      action: 'EXECUTE',
      resourceType: 'function',
      resource: `"${backend.schema}".kv_orders_get_many(text[])`,
      enforceable: 'exact',
      excess: [],
    });
    expect(usage).toMatchObject({ action: 'USAGE', resourceType: 'schema', resource: `"${backend.schema}"` });
  });

  test('are written as the server prints them', async () => {
    for (const operation of keyValueOperations) {
      const [execute] = await owner.grants('keyValue', 'orders', operation);
      expect(await signature(execute?.resource ?? '')).toBe(execute?.resource);
    }
    for (const operation of blobOperations) {
      const [execute] = await owner.grants('blobs', 'odd Name', operation);
      expect(await signature(execute?.resource ?? '')).toBe(execute?.resource);
    }
  });

  test('quote schemas as the server does, keywords too', async () => {
    const { rows } = await admin.query('SELECT word FROM pg_get_keywords()');
    const words = [
      ...(rows as { word: string }[]).map(({ word }) => word),
      'plain',
      'Upper',
      'a b',
      'ü',
      'a"b',
      "a'b\\c",
    ];
    for (const schema of words) {
      const binding = await backend.open({ schema });
      const [, usage] = await binding.grants('keyValue', 'orders', 'get');
      const quoted = await admin.query('SELECT quote_ident($1) AS name', [schema]);
      expect(usage?.resource).toBe((quoted.rows as { name: string }[])[0]?.name);
      await binding.close();
    }
  }, 120_000);

  test('a schema of any name is created and served', async () => {
    for (const schema of [`a"b'c\\d; DROP SCHEMA public --`, '$remit$', 'select']) {
      const binding = await backend.open({ schema });
      await binding.provision('keyValue', 'orders');
      await binding.keyValue('orders').set('a', bytes(schema));
      expect(text(await binding.keyValue('orders').get('a'))).toBe(schema);
    }
  });

  test('a role may do what it was granted and nothing else, by the server', async () => {
    for (const [role, kind, resource, operations] of [
      ['reader', 'keyValue', 'orders', ['get']],
      ['swapper', 'keyValue', 'orders', ['swap']],
      ['writer', 'blobs', 'odd Name', ['write']],
    ] as const) {
      await admin.query(`CREATE ROLE ${role}`);
      for (const operation of operations) {
        for (const { action, resourceType, resource: on } of await owner.grants(kind, resource, operation)) {
          await admin.query(`GRANT ${action} ON ${resourceType} ${on} TO ${role}`);
        }
      }
    }
    await owner.keyValue('orders').set('a', bytes('1'));

    const reader = (await backend.open({ role: 'reader' })).keyValue('orders');
    expect(text(await reader.get('a'))).toBe('1');
    const denied = { code: 'RMT2055' };
    await expect(reader.set('a', bytes('2'))).rejects.toMatchObject(denied);
    await expect(reader.exists('a')).rejects.toMatchObject(denied);
    await expect(reader.getMany(['a'])).rejects.toMatchObject(denied);
    await expect(reader.list()).rejects.toMatchObject(denied);
    await expect(reader.setMany([['a', bytes('')]])).rejects.toMatchObject(denied);
    await expect(reader.delete('a')).rejects.toMatchObject(denied);
    await expect(reader.increment('a', 1n)).rejects.toMatchObject(denied);
    await expect(reader.swap('a', () => bytes(''))).rejects.toMatchObject(denied);

    const swapper = (await backend.open({ role: 'swapper' })).keyValue('orders');
    expect(text(await swapper.swap('a', (current) => bytes(`${text(current)}!`)))).toBe('1!');
    await expect(swapper.get('a')).rejects.toMatchObject(denied);

    const writer = (await backend.open({ role: 'writer' })).blobs('odd Name');
    await writer.write('a', bytes('1'));
    await expect(writer.read('a')).rejects.toMatchObject(denied);
  });

  test('no role reaches a table, the sequence or another function, PUBLIC included', async () => {
    await admin.query('CREATE ROLE stranger LOGIN');
    await admin.query(`GRANT USAGE ON SCHEMA "${backend.schema}" TO stranger`);
    const { rows } = await admin.query(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $1 AND c.relkind IN ('r', 'S') AND (
         (c.relkind = 'r' AND has_table_privilege('stranger', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE'))
         OR (c.relkind = 'S' AND has_sequence_privilege('stranger', c.oid, 'USAGE, SELECT, UPDATE')))
       UNION ALL
       SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = $1 AND (has_function_privilege('stranger', p.oid, 'EXECUTE') OR NOT p.prosecdef
         OR p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp'])`,
      [backend.schema],
    );
    expect(rows).toEqual([]);
  });

  test("objects in the caller's temporary schema do not get between a function and its table", async () => {
    await owner.keyValue('orders').set('shadow', bytes('real'));
    const role = new Client({ connectionString: backend.server?.url() });
    await role.connect();
    await role.query('CREATE TEMP TABLE kv_orders (key text, value bytea, version bigint)');
    const call = `SELECT convert_from("${backend.schema}".kv_orders_get('shadow'), 'UTF8') AS value`;
    const { rows } = await role.query(call);
    await role.end();
    expect(rows).toEqual([{ value: 'real' }]);
  });

  test('provisioning takes the login, whatever the role; a role without rights that finds all in place is content', async () => {
    const binding = await backend.open({ role: 'reader' });
    await binding.provision('keyValue', 'by owner');
    await admin.query("CREATE ROLE poor LOGIN PASSWORD 'poor'");
    await admin.query(`GRANT USAGE ON SCHEMA "${backend.schema}" TO poor`);
    const poor = await backend.open({ url: backend.server?.url({ user: 'poor', password: 'poor' }) ?? '' });
    await expect(poor.provision('keyValue', 'orders')).resolves.toBeUndefined();
    await expect(poor.provision('keyValue', 'not there')).rejects.toMatchObject({ code: 'RMT2055' });
  });
});
