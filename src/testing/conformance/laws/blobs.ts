import type { BlobStore } from '../../../interfaces/index.ts';
import { bytes } from '../inputs/bytes.ts';
import { type Inputs, integers, lists, records } from '../inputs/input.ts';
import { texts } from '../inputs/text.ts';
import { law } from '../judge.ts';
import type { AnyLaw } from '../law.ts';
import { allPages, listedAll } from './pages.ts';
import { equal, same } from './same.ts';

interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
}

function kept(title: string, inputs: Inputs<Entry>, runs?: number): AnyLaw<BlobStore> {
  return law<BlobStore, Entry>({
    name: title,
    operation: 'write',
    inputs,
    ...(runs !== undefined && { runs }),
    async holds({ one, other, prefix }, { name, content }) {
      await one.write(prefix + name, content);
      same('the blob', 'read', content, await one.read(prefix + name));
      same('the blob, from another instance', 'read', content, await other.read(prefix + name));
      equal('whether it exists', 'exists', true, await other.exists(prefix + name));
      const info = await other.info(prefix + name);
      equal('its size', 'info', content.length, info?.size);
      equal('whether it has a time', 'info', true, (info?.modified.getTime() ?? 0) > 0);
    },
  });
}

const mebibyte = 1 << 20;

/** Every law of blob resources. */
export const blobLaws: readonly AnyLaw<BlobStore>[] = [
  law<BlobStore, string>({
    name: 'a blob that was never written is not there',
    operation: 'read',
    inputs: texts(),
    async holds({ one, prefix }, name) {
      same('a missing blob', 'read', undefined, await one.read(prefix + name));
      equal('whether it exists', 'exists', false, await one.exists(prefix + name));
      equal('its info', 'info', undefined, await one.info(prefix + name));
    },
  }),
  kept(
    'what was written is read back, from any instance',
    records({ name: texts(), content: bytes(0, 200) }),
  ),
  kept('an empty blob is a blob', records({ name: texts(), content: bytes(0, 0) }), 3),
  kept('a blob of 1 MiB is kept', records({ name: texts(3), content: bytes(mebibyte, mebibyte) }), 1),
  law<BlobStore, { name: string; first: Uint8Array; second: Uint8Array }>({
    name: 'the last blob written is the blob, for every instance',
    operation: 'write',
    inputs: records({ name: texts(), first: bytes(0, 40), second: bytes(0, 40) }),
    edges: [{ name: '', first: Uint8Array.of(1, 2), second: Uint8Array.of(3) }],
    async holds({ one, other, prefix }, { name, first, second }) {
      await one.write(prefix + name, first);
      same('the blob', 'read', first, await other.read(prefix + name));
      await one.write(prefix + name, second);
      same('the blob, from another instance', 'read', second, await other.read(prefix + name));
      equal('its size', 'info', second.length, (await other.info(prefix + name))?.size);
    },
  }),
  law<BlobStore, string>({
    name: 'a deleted blob is gone; to delete it again does nothing',
    operation: 'delete',
    inputs: texts(),
    async holds({ one, other, prefix }, name) {
      await one.write(prefix + name, Uint8Array.of(1));
      await other.read(prefix + name);
      for (const round of ['', ' twice']) {
        await one.delete(prefix + name);
        same(`the blob after delete${round}`, 'delete', undefined, await other.read(prefix + name));
      }
    },
  }),
  law<BlobStore, readonly string[]>({
    name: 'names that look alike are different names',
    operation: 'write',
    inputs: lists(texts(3), 2, 6),
    edges: [
      ['a', 'A'],
      ['a', 'a '],
      ['é', 'e\u{301}'],
      ['a/b', 'a//b', 'a/./b'],
    ],
    async holds({ one, prefix }, names) {
      const own = new Map([...new Set(names)].map((name, at) => [prefix + name, Uint8Array.of(at)]));
      for (const [name, content] of own) await one.write(name, content);
      for (const [name, content] of own)
        same('the blob of its own name', 'read', content, await one.read(name));
    },
  }),
  law<BlobStore, string>({
    name: 'resources share nothing',
    operation: 'write',
    inputs: texts(),
    runs: 5,
    async holds({ one, apart, prefix }, name) {
      await one.write(prefix + name, Uint8Array.of(1));
      equal('whether the name exists in another resource', 'write', false, await apart.exists(prefix + name));
    },
  }),
  law<BlobStore, { names: readonly string[]; asked: string }>({
    name: 'the list of a prefix has the names that start with it, in order, and no others',
    operation: 'list',
    inputs: records({ names: lists(texts(3), 0, 8), asked: texts(1) }),
    edges: [
      { names: ['a', 'ab', 'b', 'A', 'a%'], asked: 'a' },
      { names: ['%', '_', 'x'], asked: '%' },
    ],
    async holds({ one, prefix }, { names, asked }) {
      const own = [...new Set(names)].map((name) => prefix + name);
      for (const name of own) await one.write(name, new Uint8Array());
      const found = await allPages(
        async (after) => pageOf(await one.list(prefix + asked, after)),
        async () => {},
      );
      const expected = own.filter((name) => name.startsWith(prefix + asked));
      equal('how many names it has', 'list', expected.length, found.length);
      listedAll(expected, [], found);
    },
  }),
  law<BlobStore, { names: number }>({
    name: 'the list has each name once and in order, while others write',
    operation: 'list',
    inputs: records({ names: integers(0, 1100) }),
    edges: [{ names: 1005 }],
    runs: 0,
    async holds({ apart: store, prefix }, { names: count }) {
      const names = Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(5, '0')}`);
      for (let at = 0; at < count; at += 50)
        await Promise.all(names.slice(at, at + 50).map((name) => store.write(name, new Uint8Array())));
      const found = await allPages(
        async (after) => pageOf(await store.list(prefix, after)),
        async (last) => {
          await store.write(`${prefix}!`, new Uint8Array());
          await store.write(`${last}+`, new Uint8Array());
        },
      );
      listedAll(names, [], found);
    },
  }),
];

function pageOf({ names, next }: { readonly names: readonly string[]; readonly next?: string }) {
  return { items: names, next };
}
