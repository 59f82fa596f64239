import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KeyValueStore } from '../../../src/interfaces/index.ts';
import { type Backend, bytes, keyValueKinds, startBackend, text } from './backend.ts';

describe.each(keyValueKinds)('key-value on %s', (kind) => {
  let backend: Backend;
  let store: (resource: string) => Promise<KeyValueStore>;

  beforeAll(async () => {
    backend = await startBackend(kind);
    const binding = await backend.open();
    store = async (resource) => {
      await binding.provision('keyValue', resource);
      return binding.keyValue(resource);
    };
  });
  afterAll(() => backend.stop());

  test('a key that was never set has no value', async () => {
    const kv = await store('missing');
    expect(await kv.get('a')).toBeUndefined();
    expect(await kv.exists('a')).toBe(false);
    expect(await kv.getMany(['a', 'b'])).toEqual([undefined, undefined]);
    expect(await kv.list()).toEqual({ keys: [] });
    await expect(kv.delete('a')).resolves.toBeUndefined();
  });

  test('what was set is read back until it is deleted', async () => {
    const kv = await store('basic');
    await kv.set('a', bytes('one'));
    await kv.set('a', bytes('two'));
    expect(text(await kv.get('a'))).toBe('two');
    expect(await kv.exists('a')).toBe(true);
    await kv.delete('a');
    expect(await kv.get('a')).toBeUndefined();
  });

  test('an empty value is a value', async () => {
    const kv = await store('empty');
    await kv.set('a', new Uint8Array());
    expect(await kv.get('a')).toHaveLength(0);
    expect(await kv.exists('a')).toBe(true);
    expect((await kv.getMany(['a']))[0]).toHaveLength(0);
  });

  test('every byte survives, in a value of 1 MiB', async () => {
    const kv = await store('large');
    const value = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index * 31) & 255);
    await kv.set('a', value);
    expect(Buffer.compare((await kv.get('a')) ?? bytes(''), value)).toBe(0);
    await kv.setMany([['b', value]]);
    expect(Buffer.compare((await kv.getMany(['b']))[0] ?? bytes(''), value)).toBe(0);
  });

  test('keys are any well-formed text of up to 1,024 bytes', async () => {
    const kv = await store('keys');
    const keys = [
      'ключ',
      '鍵',
      '🗝️',
      'a b',
      "'; DROP TABLE x --",
      '"',
      '\\',
      '\u{1}',
      '€'.repeat(341),
      'k'.repeat(1024),
    ];
    for (const key of keys) await kv.set(key, bytes(key));
    expect((await kv.getMany(keys)).map(text)).toEqual(keys);
    for (const key of keys) expect(text(await kv.get(key))).toBe(key);
  });

  test('keys are told apart by their bytes: case, accents and width count', async () => {
    const kv = await store('exact');
    const keys = ['a', 'A', 'á', 'a\u{301}', 'ａ'];
    for (const key of keys) await kv.set(key, bytes(key));
    expect((await kv.list()).keys).toHaveLength(keys.length);
  });

  test('keys are listed in order of their bytes, in pages of 1,000', async () => {
    const kv = await store('pages');
    const keys = Array.from(
      { length: 2_500 },
      (_, index) => ['b', 'B', 'ä', '_', '😀'][index % 5] + `${index}`,
    );
    await kv.setMany(keys.map((key) => [key, bytes('')]));
    const found: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await kv.list(after);
      found.push(...page.keys);
      sizes.push(page.keys.length);
      after = page.next;
    } while (after !== undefined);
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(found).toEqual(
      keys.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
  });

  test('a full last page says that it is the last', async () => {
    const kv = await store('full');
    await kv.setMany(Array.from({ length: 1_000 }, (_, index) => [`${index}`, bytes('')]));
    expect((await kv.list()).next).toBeUndefined();
  });

  test('getMany answers in the order asked, repeats included', async () => {
    const kv = await store('many');
    await kv.setMany([
      ['a', bytes('1')],
      ['b', bytes('2')],
    ]);
    expect((await kv.getMany(['b', 'x', 'a', 'b'])).map(text)).toEqual(['2', undefined, '1', '2']);
    expect(await kv.getMany([])).toEqual([]);
  });

  test('of equal keys in one setMany the last wins', async () => {
    const kv = await store('repeated');
    await kv.setMany([
      ['a', bytes('1')],
      ['b', bytes('2')],
      ['a', bytes('3')],
    ]);
    await kv.setMany([]);
    expect((await kv.getMany(['a', 'b'])).map(text)).toEqual(['3', '2']);
  });

  test('counters start at 0, go both ways, and are decimal text', async () => {
    const kv = await store('counters');
    expect(await kv.increment('n', 5n)).toBe(5n);
    expect(await kv.increment('n', -12n)).toBe(-7n);
    expect(await kv.increment('n', 7n)).toBe(0n);
    expect(text(await kv.get('n'))).toBe('0');
    await kv.set('n', bytes('-9'));
    expect(await kv.increment('n', 1n)).toBe(-8n);
  });

  test('a counter never leaves the safe integers, and no other value is taken for one', async () => {
    const kv = await store('bounds');
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect(await kv.increment('n', most)).toBe(most);
    await expect(kv.increment('n', 1n)).rejects.toMatchObject({ code: 'RMT2057' });
    expect(await kv.increment('n', -most)).toBe(0n);
    expect(await kv.increment('n', -most)).toBe(-most);
    await expect(kv.increment('n', -1n)).rejects.toMatchObject({ code: 'RMT2057' });
    await expect(kv.increment('n', most + 1n)).rejects.toMatchObject({ code: 'RMT3016' });
    for (const value of [
      '',
      'x',
      '1.5',
      ' 1',
      '+1',
      '01',
      '-0',
      '1e3',
      '9007199254740992',
      '{}',
      '99999999999999999999',
    ]) {
      await kv.set('v', bytes(value));
      await expect(kv.increment('v', 1n)).rejects.toMatchObject({ code: 'RMT2057' });
      expect(text(await kv.get('v'))).toBe(value);
    }
    await kv.set('v', Uint8Array.of(0xff, 0, 0x31));
    await expect(kv.increment('v', 1n)).rejects.toMatchObject({ code: 'RMT2057' });
  });

  test('swap hands over what is stored and stores what it is given', async () => {
    const kv = await store('swaps');
    expect(text(await kv.swap('a', (current) => bytes(`${text(current)}`)))).toBe('undefined');
    expect(text(await kv.swap('a', (current) => bytes(`${text(current)}!`)))).toBe('undefined!');
    expect(text(await kv.get('a'))).toBe('undefined!');
  });

  test('a swap whose change throws writes nothing and throws just that', async () => {
    const kv = await store('thrown');
    await kv.set('a', bytes('1'));
    const own = new Error('own');
    const thrown = kv.swap('a', () => {
      throw own;
    });
    await expect(thrown).rejects.toBe(own);
    expect(text(await kv.get('a'))).toBe('1');
  });

  test('resources do not see each other', async () => {
    const [one, other] = [await store('apart'), await store('apart_too')];
    await one.set('a', bytes('1'));
    expect(await other.get('a')).toBeUndefined();
  });
});
