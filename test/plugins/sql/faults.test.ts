import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { RemitError } from '../../../src/errors/index.ts';
import { type Backend, bytes, startBackend, text } from './backend.ts';

async function faultOf(work: Promise<unknown> | undefined): Promise<RemitError> {
  const fault: unknown = await work?.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (fault instanceof RemitError) return fault;
  throw new Error('no RemitError', { cause: fault });
}

describe('faults of a SQLite file', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend('sqlite');
  });
  afterAll(() => backend.stop());

  test('a missing folder is told before anything is served, and the path stays inside', async () => {
    const file = join(backend.folder, 'no', 'such', 'folder', 'app.db');
    const fault = await faultOf((await backend.open({ file })).health());
    expect(fault.code).toBe('RMT2050');
    expect(fault.message).toContain('"app.db"');
    expect(fault.message).not.toContain(backend.folder);
  });

  test('a folder in place of the file', async () => {
    const file = join(backend.folder, 'folder.db');
    mkdirSync(file);
    expect((await faultOf((await backend.open({ file })).health())).code).toBe('RMT2050');
  });

  test('a file that is no database, and one that was damaged later', async () => {
    const file = join(backend.folder, 'text.db');
    writeFileSync(file, 'this is no database, and long enough to be read as a header '.repeat(20));
    expect((await faultOf((await backend.open({ file })).health())).code).toBe('RMT2051');

    const damaged = join(backend.folder, 'damaged.db');
    const first = await backend.open({ file: damaged });
    await first.provision('keyValue', 'orders');
    await first
      .keyValue('orders')
      .setMany(Array.from({ length: 500 }, (_, index) => [`${index}`, new Uint8Array(500)]));
    await first.close();
    const content = readFileSync(damaged);
    content.fill(0xa5, 4096);
    writeFileSync(damaged, content);
    const fault = await faultOf((await backend.open({ file: damaged })).keyValue('orders').get('1'));
    expect(fault).toMatchObject({ code: 'RMT2051', details: { resource: 'orders', operation: 'get' } });
  });

  test('a file that another process locks: nothing is written, and it serves again afterwards', async () => {
    const binding = await backend.open({ limits: { deadline: 4_000 } });
    await binding.provision('keyValue', 'locked');
    const kv = binding.keyValue('locked');
    await kv.set('a', bytes('before'));
    const rival = new DatabaseSync(backend.file);
    rival.exec('BEGIN EXCLUSIVE');
    expect(await faultOf(kv.set('a', bytes('during')))).toMatchObject({ code: 'RMT2052', status: 503 });
    expect((await faultOf(kv.setMany([['a', bytes('during')]]))).code).toBe('RMT2052');
    expect(text(await kv.get('a'))).toBe('before');
    rival.exec('ROLLBACK');
    await kv.set('a', bytes('after'));
    expect(text(await kv.get('a'))).toBe('after');
    expect(binding.statistics().discarded).toBe(0);
    rival.close();
  });

  const root = process.getuid?.() === 0;
  (root ? test.skip : test)('a file that may only be read', async () => {
    const file = join(backend.folder, 'readonly.db');
    const first = await backend.open({ file });
    await first.provision('keyValue', 'orders');
    await first.close();
    chmodSync(file, 0o444);
    const kv = (await backend.open({ file })).keyValue('orders');
    expect((await faultOf(kv.set('a', bytes('')))).code).toBe('RMT2050');
  });

  test('a column that holds something else than the plugin wrote', async () => {
    const binding = await backend.open();
    await binding.provision('keyValue', 'dropped');
    await binding.keyValue('dropped').set('a', bytes('1'));
    const rival = new DatabaseSync(backend.file);
    rival.exec('DROP TABLE kv_dropped');
    expect((await faultOf(binding.keyValue('dropped').get('a'))).code).toBe('RMT2056');
    rival.exec('CREATE VIEW kv_dropped AS SELECT name AS key, sql AS value, 1 AS version FROM sqlite_schema');
    rival.close();
    // A view in the table's place would show what the operation may not read.
    expect((await faultOf(binding.keyValue('dropped').get('kv_locked'))).code).toBe('RMT2061');
  });

  test('after close calls are refused', async () => {
    const binding = await backend.open();
    await binding.health();
    await binding.close();
    expect((await faultOf(binding.keyValue('locked').get('a'))).code).toBe('RMT2020');
  });
});

describe('faults of a PostgreSQL server', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend('postgres');
  });
  afterAll(() => backend.stop());

  const secret = 'very secret word';
  const loginFaults: readonly [string, Parameters<NonNullable<Backend['server']>['url']>[0]][] = [
    ['a wrong password', { password: secret }],
    ['an unknown user', { user: 'nobody', password: secret }],
    ['an unknown database', { database: 'nowhere' }],
    ['no password', { password: '' }],
  ];
  test.each(loginFaults)('%s is RMT2054, and not shown', async (_, login) => {
    const fault = await faultOf((await backend.open({ url: backend.server?.url(login) ?? '' })).health());
    expect(fault.code).toBe('RMT2054');
    const shown = `${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`;
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(encodeURIComponent(secret));
    expect(fault.message).toContain('127.0.0.1');
  });

  test('an unknown role is RMT2054: nothing ever runs as the login instead', async () => {
    const binding = await backend.open({ role: 'no such role' });
    await binding.provision('keyValue', 'orders');
    const fault = await faultOf(binding.health());
    expect(fault.code).toBe('RMT2054');
    expect(fault.message).toContain('does not let the login act as its role');
    expect((await faultOf(binding.keyValue('orders').get('a'))).code).toBe('RMT2054');
  });

  test('nobody listens', async () => {
    const binding = await backend.open({ url: 'postgres://me:hidden@127.0.0.1:1/db' });
    const fault = await faultOf(binding.health());
    expect(fault).toMatchObject({ code: 'RMT2053', status: 503 });
    expect(fault.message).toContain('127.0.0.1:1/db');
    expect(fault.message).not.toContain('hidden');
  });

  test('something that is no URL is not shown', async () => {
    for (const url of ['hunter2', 'mysql://a:hunter2@127.0.0.1/b', 'postgres://u:hunter2 x%@127.0.0.1:x/b']) {
      const fault = await faultOf((await backend.open({ url })).health());
      expect([url, fault.code]).toEqual([url, 'RMT2068']);
      expect(fault.message).not.toContain('hunter2');
    }
  });

  test('a server that accepts and never answers', async () => {
    const sockets: Socket[] = [];
    const mute: Server = createServer((socket) => void sockets.push(socket.on('error', () => {})));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    const url = `postgres://a:b@127.0.0.1:${port}/c`;
    const fault = await faultOf((await backend.open({ url, limits: { deadline: 1_000 } })).health());
    expect(fault.code).toBe('RMT2053');
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => mute.close(resolve));
  });

  test('a statement that waits too long for a lock ends, and nothing was written', async () => {
    const binding = await backend.open({ limits: { deadline: 4_000 } });
    await binding.provision('keyValue', 'slow');
    const kv = binding.keyValue('slow');
    await kv.set('a', bytes('before'));
    const rival = new Client({ connectionString: backend.server?.url() });
    await rival.connect();
    await rival.query(`BEGIN; LOCK TABLE "${backend.schema}".kv_slow IN ACCESS EXCLUSIVE MODE`);
    expect((await faultOf(kv.set('a', bytes('during')))).code).toBe('RMT2058');
    await rival.query('ROLLBACK');
    await rival.end();
    expect(text(await kv.get('a'))).toBe('before');
  });

  test('a connection that breaks: a read is repeated, a write says that its outcome is not known', async () => {
    const binding = await backend.open({ limits: { instances: 1 } });
    await binding.provision('keyValue', 'broken');
    const kv = binding.keyValue('broken');
    await kv.set('a', bytes('1'));
    const rival = new Client({ connectionString: backend.server?.url() });
    await rival.connect();
    await rival.query(`BEGIN; LOCK TABLE "${backend.schema}".kv_broken IN ACCESS EXCLUSIVE MODE`);
    // Not the rival: inside its transaction it sees one snapshot of what others do.
    const admin = new Client({ connectionString: backend.server?.url() });
    await admin.connect();
    const end = async (): Promise<void> => {
      for (;;) {
        const { rowCount } = await admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'remit' AND wait_event_type = 'Lock'",
        );
        if ((rowCount ?? 0) > 0) return;
      }
    };
    const write = faultOf(kv.set('a', bytes('2')));
    await end();
    expect((await write).code).toBe('RMT2060');
    const read = kv.get('a');
    await end();
    await rival.query('ROLLBACK');
    expect(text(await read)).toBe('1');
    await rival.end();
    await admin.end();
  });

  test('a server that goes and comes back', async () => {
    const binding = await backend.open();
    await binding.provision('keyValue', 'away');
    const kv = binding.keyValue('away');
    await kv.set('a', bytes('kept'));
    await backend.server?.halt();
    expect((await faultOf(kv.get('a'))).code).toBe('RMT2053');
    expect((await faultOf(kv.set('a', bytes('lost')))).code).toBe('RMT2053');
    await backend.server?.resume();
    expect(text(await kv.get('a'))).toBe('kept');
    expect(binding.statistics().discarded).toBe(0);
  });
});
