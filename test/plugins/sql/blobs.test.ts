import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { BlobStore } from '../../../src/interfaces/index.ts';
import { type Backend, bytes, kinds, startBackend, text } from './backend.ts';

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

describe.each(kinds)('blobs on %s', (kind) => {
  let backend: Backend;
  let store: (resource: string) => Promise<BlobStore>;

  beforeAll(async () => {
    backend = await startBackend(kind);
    const binding = await backend.open();
    store = async (resource) => {
      await binding.provision('blobs', resource);
      return binding.blobs(resource);
    };
  });
  afterAll(() => backend.stop());

  test('a blob that was never written is not there', async () => {
    const blobs = await store('missing');
    expect(await blobs.read('a')).toBeUndefined();
    expect(await blobs.exists('a')).toBe(false);
    expect(await blobs.info('a')).toBeUndefined();
    expect(await blobs.list('')).toEqual({ names: [] });
    await expect(blobs.delete('a')).resolves.toBeUndefined();
  });

  test('a blob is read back, tells size and time, and is replaced and deleted as a whole', async () => {
    const blobs = await store('basic');
    const before = Date.now();
    await blobs.write('a', bytes('first, and longer'));
    await blobs.write('a', bytes('second'));
    expect(text(await blobs.read('a'))).toBe('second');
    const info = await blobs.info('a');
    expect(info?.size).toBe(6);
    expect(Math.abs((info?.modified.getTime() ?? 0) - before)).toBeLessThan(60_000);
    await blobs.delete('a');
    expect(await blobs.exists('a')).toBe(false);
  });

  test('an empty blob is a blob, and one of 16 MiB is not too large', async () => {
    const blobs = await store('sizes');
    await blobs.write('empty', new Uint8Array());
    expect(await blobs.read('empty')).toHaveLength(0);
    expect((await blobs.info('empty'))?.size).toBe(0);
    const large = new Uint8Array(16 << 20).fill(7);
    await blobs.write('large', large);
    expect(Buffer.compare((await blobs.read('large')) ?? bytes(''), large)).toBe(0);
    await expect(blobs.write('larger', new Uint8Array((16 << 20) + 1))).rejects.toMatchObject({
      code: 'RMT2066',
    });
  });

  test('names of a prefix are listed in pages of 1,000', async () => {
    const blobs = await store('pages');
    for (let index = 0; index < 1_005; index++) await blobs.write(`in/${index}`, bytes(''));
    await blobs.write('in', bytes(''));
    await blobs.write('in0', bytes(''));
    const first = await blobs.list('in/');
    expect(first.names).toHaveLength(1000);
    const second = await blobs.list('in/', first.next);
    expect(second.names).toHaveLength(5);
    expect(second.next).toBeUndefined();
  });

  test('a prefix lists exactly the names that start with it', async () => {
    const blobs = await store('prefixes');
    const names = [
      'a',
      'aa',
      'a\u{10ffff}',
      'a\u{10ffff}b',
      'b',
      '\u{d7ff}x',
      '\u{e000}y',
      '\u{10ffff}',
      'é',
      '%',
      '_',
    ];
    for (const name of names) await blobs.write(name, bytes(''));
    const part = fc.constantFrom('', 'a', '\u{10ffff}', '\u{d7ff}', '\u{e000}', 'é', 'b', '%', '_');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 2 }), async (parts) => {
        const prefix = parts.join('');
        const { names: found } = await blobs.list(prefix);
        expect(found).toEqual(names.filter((name) => name.startsWith(prefix)).toSorted(byBytes));
      }),
      { numRuns: 40 },
    );
  });

  test('names are exact, whatever they hold', async () => {
    const blobs = await store('names');
    const names = ['a/b', 'A/b', '../x', "it's", '"', '鍵', '%', 'n'.repeat(1024)];
    for (const name of names) await blobs.write(name, bytes(name));
    for (const name of names) expect(text(await blobs.read(name))).toBe(name);
  });
});
