import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Binding } from '../../../src/host/index.ts';
import { type Backend, bytes, examples, keyValueKinds, startBackend, text } from './backend.ts';

describe.each(keyValueKinds)('two bindings of one database on %s', (kind) => {
  let backend: Backend;
  let bindings: Binding[];

  beforeAll(async () => {
    backend = await startBackend(kind);
    bindings = [await backend.open(), await backend.open()];
    for (const resource of ['n', 's', 'm']) await bindings[0]?.provision('keyValue', resource);
  });
  afterAll(() => backend.stop());

  test('no increment is lost', async () => {
    const sums = await Promise.all(
      Array.from({ length: 100 }, (_, index) => bindings[index % 2]?.keyValue('n').increment('a', 1n)),
    );
    expect(new Set(sums).size).toBe(100);
    expect(text(await bindings[0]?.keyValue('n').get('a'))).toBe('100');
  });

  test('no swap is lost: one that gives up says so and wrote nothing', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        bindings[index % 2]?.keyValue('s').swap('a', (current) => bytes(`${text(current) ?? ''}x`)),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'RMT3012' });
    expect(text(await bindings[1]?.keyValue('s').get('a'))).toHaveLength(60 - refused.length);
  });

  test('a version is never used twice, also when a value is deleted and written again', async () => {
    const kv = bindings[0]?.keyValue('s');
    const versions = new Set<string>();
    for (let round = 0; round < 5; round++) {
      await kv?.set('b', bytes('same'));
      versions.add(await versionOf('b'));
      await kv?.swap('b', () => bytes('same'));
      versions.add(await versionOf('b'));
      await kv?.delete('b');
    }
    expect(versions.size).toBe(10);
  });

  async function versionOf(key: string): Promise<string> {
    if (backend.server) {
      const client = new Client({ connectionString: backend.server.url() });
      await client.connect();
      const { rows } = await client.query(`SELECT version FROM "${backend.schema}".kv_s WHERE key = $1`, [
        key,
      ]);
      await client.end();
      return (rows as { version: string }[])[0]?.version ?? 'none';
    }
    const database = new DatabaseSync(backend.file);
    const row = database.prepare('SELECT version FROM kv_s WHERE key = ?').get(key);
    database.close();
    return String(row?.['version']);
  }

  test('of two setMany at once each is all or nothing', async () => {
    const entries = (value: string): [string, Uint8Array][] =>
      Array.from({ length: 50 }, (_, index) => [`k${index}`, bytes(value)]);
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        bindings[0]?.keyValue('m').setMany(entries('a')),
        bindings[1]?.keyValue('m').setMany(entries('b').toReversed()),
      ]);
      const keys = entries('').map(([key]) => key);
      const values = await bindings[0]?.keyValue('m').getMany(keys);
      expect(new Set(values?.map(text)).size).toBe(1);
    }
  });

  test('a setMany that fails half-way leaves nothing', async () => {
    const kv = bindings[0]?.keyValue('m');
    await kv?.set('half', bytes('before'));
    const failing: [string, Uint8Array][] = [
      ['half', bytes('after')],
      // PostgreSQL takes no NUL in text; SQLite is made to fail by a trigger.
      ['nu\0l', bytes('')],
    ];
    if (!backend.server) {
      const database = new DatabaseSync(backend.file);
      database.exec(
        "CREATE TRIGGER no BEFORE INSERT ON kv_m WHEN substr(NEW.key, 1, 2) = 'nu' BEGIN SELECT RAISE(ABORT, 'no'); END",
      );
      database.close();
    }
    await expect(kv?.setMany(failing)).rejects.toMatchObject({ code: 'RMT2057' });
    expect(text(await kv?.get('half'))).toBe('before');
  });
});

describe.each(['sqlite', ...examples] as const)('a swap by %s while others write', (kind) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(kind);
  });
  afterAll(() => backend.stop());

  test('runs again on what came between, and gives up after ten lost races', async () => {
    const binding = await backend.open();
    await binding.provision('keyValue', 's');
    const kv = binding.keyValue('s');
    await kv.set('c', bytes('0'));
    const rival = new DatabaseSync(backend.file);
    const write = rival.prepare(
      "UPDATE kv_s SET value = CAST(? AS BLOB), version = random() & 4503599627370495 WHERE key = 'c'",
    );
    const seen: (string | undefined)[] = [];
    const twice = await kv.swap('c', (current) => {
      seen.push(text(current));
      if (seen.length === 1) write.run('rival');
      return bytes(`${text(current)}!`);
    });
    expect(seen).toEqual(['0', 'rival']);
    expect(text(twice)).toBe('rival!');

    let tries = 0;
    const never = kv.swap('c', () => {
      write.run(String(++tries));
      return bytes('never');
    });
    await expect(never).rejects.toMatchObject({ code: 'RMT3012', details: { resource: 's', attempts: 10 } });
    expect(tries).toBe(10);
    expect(text(await kv.get('c'))).toBe('10');
    rival.close();
  });
});
