import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Binding } from '../../../src/host/index.ts';
import { type Backend, bytes, examples, kinds, startBackend, text } from './backend.ts';

const hostile = [
  'orders',
  'Orders',
  'ORDERS',
  'orders_get',
  'a"b',
  "a'b",
  'a;DROP TABLE kv_orders;--',
  'a$b',
  '$h',
  'a.b',
  'a b',
  'заказы',
  'ｏｒｄｅｒｓ',
  '😀',
  'x'.repeat(48),
  'x'.repeat(49),
  'x'.repeat(300),
  `${'x'.repeat(299)}y`,
  'й'.repeat(40),
  '$remit$',
  'a\\b',
  'select',
  'sqlite_schema',
];

describe.each(kinds)('names of resources on %s', (kind) => {
  let backend: Backend;
  let binding: Binding;

  beforeAll(async () => {
    backend = await startBackend(kind);
    binding = await backend.open();
  });
  afterAll(() => backend.stop());

  test('every name has a table of its own, whatever is in it', async () => {
    for (const name of hostile) {
      await binding.provision('keyValue', name);
      await binding.keyValue(name).set('own', bytes(name));
      await binding.provision('blobs', name);
      await binding.blobs(name).write('own', bytes(name));
    }
    for (const name of hostile) {
      expect(text(await binding.keyValue(name).get('own'))).toBe(name);
      expect(text(await binding.blobs(name).read('own'))).toBe(name);
      expect((await binding.keyValue(name).list()).keys).toEqual(['own']);
    }
  });

  test('no two names share a function or table, and no name escapes its quotes', async () => {
    const character = fc.constantFrom(
      'a',
      'A',
      '_',
      '$',
      '2',
      '4',
      'h',
      '"',
      "'",
      ';',
      '.',
      '-',
      'é',
      '(',
      ')',
      ',',
      ' ',
    );
    const name = fc.oneof(
      fc.array(character, { minLength: 1, maxLength: 60 }).map((characters) => characters.join('')),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((value) => value.isWellFormed()),
    );
    const owners = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('get', 'set', 'increment'), async (resource, operation) => {
        const [first] = await binding.grants('keyValue', resource, operation);
        const thing = first?.resource ?? '';
        const owner = JSON.stringify([resource, kind === 'postgres' ? operation : '']);
        expect(owners.get(thing) ?? owner).toBe(owner);
        owners.set(thing, owner);
        const shape =
          kind === 'sqlite'
            ? /^kv_[a-z0-9_$]{1,48}$/u
            : /^"schema [0-9a-f]{8}"\.("kv_[a-z0-9_$]+"|kv_[a-z0-9_]+)\([a-z,]+\)$/u;
        expect(thing).toMatch(shape);
        const identifier = /kv_[a-z0-9_$]+/u.exec(thing)?.[0] ?? '';
        expect(identifier.length).toBeLessThanOrEqual(63);
      }),
      { numRuns: 300 },
    );
  });

  test('values, keys and blob names never become part of a statement', async () => {
    await binding.provision('keyValue', 'inject');
    const kv = binding.keyValue('inject');
    const key = fc
      .oneof(
        fc.constantFrom(
          "' OR 1=1 --",
          '"; DROP TABLE kv_inject',
          '$1',
          '?1',
          ':key',
          '{a,b}',
          '\\x41',
          'NULL',
          '%',
          "E'\\''",
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      )
      .filter((value) => value.isWellFormed() && !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
        fc.uint8Array(),
        async (keys, value) => {
          await kv.setMany(keys.map((one) => [one, value]));
          const found = await kv.getMany(keys);
          for (const one of found) expect(Buffer.compare(one ?? bytes('?'), value)).toBe(0);
          for (const one of keys) await kv.delete(one);
          expect((await kv.list()).keys).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe.each(examples)('names of resources on %s', (kind) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(kind);
  });
  afterAll(() => backend.stop());

  test('every name has a table of its own, of plain characters, and the grants name it', async () => {
    const binding = await backend.open();
    const tables = new Set<string | undefined>();
    for (const name of hostile) {
      await binding.provision('keyValue', name);
      await binding.keyValue(name).swap('own', () => bytes(name));
      const [grant] = await binding.grants('keyValue', name, 'get');
      expect(grant?.resource).toMatch(/^kv_[a-z0-9_$]+$/u);
      tables.add(grant?.resource);
    }
    expect(tables.size).toBe(hostile.length);
    for (const name of hostile) {
      expect(text(await binding.keyValue(name).get('own'))).toBe(name);
      expect((await binding.keyValue(name).list()).keys).toEqual(['own']);
    }
  });

  test('what it does not serve is refused', async () => {
    const binding = await backend.open();
    const refused = { code: 'RMT2063' };
    for (const operation of ['drop', 'toString', '']) {
      await expect(binding.grants('keyValue', 'orders', operation)).rejects.toMatchObject(refused);
    }
    await expect(binding.grants('blobs', 'orders', 'read')).rejects.toMatchObject(refused);
    await expect(binding.provision('blobs', 'orders')).rejects.toMatchObject(refused);
    await expect(binding.keyValue('nothing').get('a')).rejects.toMatchObject({ code: 'RMT2056' });
    await expect(binding.keyValue('nothing').swap('a', () => bytes(''))).rejects.toMatchObject({
      code: 'RMT2056',
    });
  });
});
