import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { KeyValueStore } from '../../src/interfaces/index.ts';
import { memoryBinding } from '../../src/testing/memory-binding.ts';
import { removeTemporary, started, type Started } from '../framework/harness.ts';
import { inside, Keeper, Secret } from './vault.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('values of a key-value resource', () => {
  let app: Started;
  let store: KeyValueStore;

  beforeEach(async () => {
    const binding = memoryBinding();
    store = binding.keyValue('vault');
    app = await started([Keeper], { open: async () => binding });
  });

  afterEach(async () => {
    await app.running.close();
    removeTemporary();
  });

  async function fill<T>(work: (writer: Parameters<typeof inside.fill>[0]) => Promise<T>): Promise<T> {
    let result: T | undefined;
    inside.fill = async (writer) => {
      result = await work(writer);
    };
    await app.call('Keeper.fill', { key: 'a' });
    return result as T;
  }

  async function get(key: string): Promise<unknown> {
    let result: unknown;
    inside.open = async (reader) => {
      result = await reader.get(key);
    };
    await app.call('Keeper.open', { key });
    return result;
  }

  test('are stored as JSON of their class and come back as instances', async () => {
    await fill((writer) => writer.set('ä/1', { owner: 'ann', level: 1 }));
    expect(Buffer.from((await store.get('ä/1'))!).toString()).toBe('{"owner":"ann","level":1}');
    const stored = await get('ä/1');
    expect(stored).toBeInstanceOf(Secret);
    expect(stored).toEqual({ owner: 'ann', level: 1 });
  });

  test.each([
    ['a wrong type', { owner: 'ann', level: 'high' }],
    ['an unknown property', { owner: 'ann', level: 1, extra: true }],
    ['nothing', undefined],
    ['a number', 5],
  ])('%s is not stored: RMT3010 with the broken rules', async (_what, value) => {
    await expect(fill((writer) => writer.set('a', value as never))).rejects.toEqual(
      expect.objectContaining({
        code: 'RMT3010',
        details: expect.objectContaining({ resource: 'vault', key: 'a', violations: expect.any(Array) }),
      }),
    );
    expect(await store.exists('a')).toBe(false);
  });

  test.each([
    ['another class', '{"owner":"ann"}'],
    ['no JSON', '{"owner'],
    ['no UTF-8', Buffer.from([0xff, 0xfe])],
    ['an array', '[]'],
  ])('what is stored and is %s is RMT3011 naming the key', async (_what, bytes) => {
    await store.set('k"1', Buffer.from(bytes as string));
    await expect(get('k"1')).rejects.toEqual(
      expect.objectContaining({
        code: 'RMT3011',
        message: expect.stringContaining('"k\\"1" in vault'),
        details: expect.objectContaining({ resource: 'vault', key: 'k"1' }),
      }),
    );
  });

  test.each(['', 'a\0b', '\ud800', 'x'.repeat(1025), 7, undefined])(
    'the key %j is refused: RMT3014',
    async (key) => {
      await expect(fill((writer) => writer.set(key as string, { owner: 'ann', level: 1 }))).rejects.toEqual(
        code('RMT3014'),
      );
    },
  );

  test('counters add whole numbers within the safe range: RMT3016', async () => {
    expect(await fill((writer) => writer.increment('n'))).toBe(1);
    expect(await fill((writer) => writer.increment('n', -3))).toBe(-2);
    await expect(fill((writer) => writer.increment('n', 0.5))).rejects.toEqual(code('RMT3016'));
    await store.set('n', Buffer.from(String(Number.MAX_SAFE_INTEGER)));
    await expect(fill((writer) => writer.increment('n'))).rejects.toEqual(code('RMT3016'));
  });

  test('swap hands over the value and returns the new one', async () => {
    const raise = (current: { owner: string; level: number } | undefined) => ({
      owner: current?.owner ?? 'ann',
      level: (current?.level ?? 0) + 1,
    });
    expect(await fill((writer) => writer.swap('a', raise))).toEqual({ owner: 'ann', level: 1 });
    expect(await fill((writer) => writer.swap('a', raise))).toEqual({ owner: 'ann', level: 2 });
    expect(await get('a')).toEqual({ owner: 'ann', level: 2 });
  });

  test('swap passes the error of its change through, and stores nothing that does not fit', async () => {
    const own = new TypeError('mine');
    await expect(
      fill((writer) =>
        writer.swap('a', () => {
          throw own;
        }),
      ),
    ).rejects.toBe(own);
    await expect(fill((writer) => writer.swap('a', () => ({ owner: 1 }) as never))).rejects.toEqual(
      code('RMT3010'),
    );
    expect(await store.exists('a')).toBe(false);
  });

  test('a failure of the store is typed and keeps its cause: RMT3015', async () => {
    const cause = new Error('disk on fire at /var/lib');
    store.get = () => Promise.reject(cause);
    const failure = await get('a').catch((error: unknown) => error);
    expect(failure).toEqual(code('RMT3015'));
    expect(failure).toMatchObject({ message: 'get on vault failed.', cause });
  });
});
