import { expect, test } from '@jest/globals';
import { loadComponent, type Operation, type Pool, type WitFunction } from '../../src/host/index.ts';
import { bucket, get, limits, operation, subject } from './subject.ts';

const sql = 'remit:connect/sql';
const row = (text: string) => ({
  rows: [[{ tag: 'blob', val: new TextEncoder().encode(text) }]],
  changed: 0n,
});
const nothing = (): never => {
  throw { tag: 'other', val: 'not for this test' } as unknown as Error;
};

const start = async (
  query: (text: string, during: Operation | undefined, parameters: unknown) => unknown,
  more: Partial<typeof limits> = {},
): Promise<Pool> => {
  const component = await loadComponent(await subject('connected', { offered: [sql], asynchronous: true }));
  return component.pool({
    limits: { ...limits, ...more },
    imports: (instance) => ({
      [sql]: {
        query: (({ text, parameters }: { text: string; parameters: unknown }) =>
          query(text, instance.operation, parameters)) as WitFunction,
        transaction: nothing,
        speaks: nothing,
        namespace: nothing,
      },
    }),
  });
};

test('a plugin awaits its connector without knowing it', async () => {
  const pool = await start(async (text) => {
    await new Promise((resolve) => setImmediate(resolve));
    return row(`answer to ${text}`);
  });
  const answer = await get(pool, 'a');
  expect(Buffer.from(answer ?? []).toString()).toBe('answer to get a');
  await pool.close();
});

test('concurrent calls have instances and operations of their own', async () => {
  const seen: [string, Operation | undefined][] = [];
  const pool = await start(
    async (text, during) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push([text, during]);
      return row(text);
    },
    { instances: 4, queue: 100 },
  );
  const calls = Array.from({ length: 20 }, (_, index) =>
    pool.use(operation(`get ${index}`), async (instance) => {
      const opened = await instance.exports['wasi:keyvalue/store']?.['open']?.('orders');
      return Buffer.from(await opened.get(String(index))).toString();
    }),
  );
  expect(await Promise.all(calls)).toEqual(Array.from({ length: 20 }, (_, index) => `get ${index}`));
  for (const [text, during] of seen) expect(during?.operation).toBe(text);
  expect(pool.statistics()).toMatchObject({ instances: 4, discarded: 0 });
  await pool.close();
});

test('a rejection with an error of the interface reaches the plugin; the instance lives', async () => {
  const pool = await start(() => Promise.reject({ tag: 'unavailable', val: 'no connection' }));
  await expect(get(pool, 'a')).rejects.toEqual({ tag: 'other', val: 'unavailable: no connection' });
  expect(pool.statistics()).toEqual({ instances: 1, busy: 0, waiting: 0, discarded: 0 });
  await pool.close();
});

test('a rejection with anything else ends the call and the instance, never the process', async () => {
  const pool = await start(() => Promise.reject(new Error('the host has a mistake')));
  await expect(get(pool, 'a')).rejects.toMatchObject({ code: 'RMT2013', details: { kind: 'trap' } });
  expect(pool.statistics()).toMatchObject({ busy: 0, discarded: 1 });
  await pool.close();
});

test('a connector that never answers: the deadline ends the call, and the place is free again', async () => {
  let hang = true;
  const pool = await start((text) => (hang ? new Promise(() => {}) : Promise.resolve(row(text))), {
    instances: 1,
    deadline: 1000,
  });
  const began = performance.now();
  await expect(get(pool, 'a')).rejects.toMatchObject({
    code: 'RMT2012',
    message: 'Plugin connected did not answer in time during get on orders (keyValue)',
  });
  expect(performance.now() - began).toBeGreaterThanOrEqual(900);
  hang = false;
  expect(await get(pool, 'b')).toBeDefined();
  expect(pool.statistics()).toMatchObject({ instances: 1, busy: 0, discarded: 1 });
  await pool.close();
});

test('an answer that comes after the deadline changes nothing, and the guest does not go on', async () => {
  const answers: (() => void)[] = [];
  let queries = 0;
  const pool = await start(
    (text) => {
      queries++;
      return new Promise((resolve) => answers.push(() => resolve(row(text))));
    },
    { instances: 1, deadline: 1000 },
  );
  await expect(get(pool, 'a')).rejects.toMatchObject({ code: 'RMT2012' });
  for (const answer of answers) answer();
  await new Promise((resolve) => setImmediate(resolve));
  expect(queries).toBe(1);
  expect(pool.statistics()).toEqual({ instances: 0, busy: 0, waiting: 0, discarded: 1 });
  await pool.close();
});

test('what a plugin hands to its connector arrives as it was', async () => {
  const seen: unknown[] = [];
  const pool = await start((text, _, parameters) => Promise.resolve((seen.push(text, parameters), row(''))));
  const value = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
  await pool.use(operation('set'), async (instance) => (await bucket(instance)).set('ö', value));
  expect(seen[0]).toBe('set ö');
  expect(seen[1]).toEqual([
    { tag: 'blob', val: value },
    { tag: 'texts', val: ['ä', 'ö'] },
  ]);
  await pool.close();
});
