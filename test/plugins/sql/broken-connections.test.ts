import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { RemitError } from '../../../src/errors/index.ts';
import { type Backend, bytes, startBackend } from './backend.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend('postgres');
});
afterAll(() => backend.stop());

test('connections that the server ends while they work cost calls, never the process', async () => {
  const uncaught: unknown[] = [];
  const note = (error: unknown): void => void uncaught.push(error);
  process.on('uncaughtException', note);
  const binding = await backend.open();
  await binding.provision('keyValue', 'ended');
  const kv = binding.keyValue('ended');
  const admin = new Client({ connectionString: backend.server?.url() });
  await admin.connect();

  const codes = new Set<string>();
  const stop = new AbortController();
  const work = async (name: string): Promise<void> => {
    while (!stop.signal.aborted) {
      await kv.set(name, bytes('value')).catch((error: unknown) => {
        codes.add(error instanceof RemitError ? error.code : String(error));
      });
    }
  };
  const workers = Array.from({ length: 20 }, (_, index) => work(`${index}`));
  for (let round = 0; round < 20; round += 1) {
    await admin.query(
      "SELECT pg_terminate_backend(pid), pg_sleep(0.02) FROM pg_stat_activity WHERE application_name = 'remit'",
    );
  }
  stop.abort();
  await Promise.all(workers);
  process.off('uncaughtException', note);
  await admin.end();

  expect(uncaught).toEqual([]);
  expect([...codes].filter((code) => code !== 'RMT2060' && code !== 'RMT2053')).toEqual([]);
  await kv.set('after', bytes('value'));
});
