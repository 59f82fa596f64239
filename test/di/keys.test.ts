import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { memoryBinding } from '../../src/testing/memory-binding.ts';
import { removeTemporary, started, type Started } from '../framework/harness.ts';
import { inside, Keeper, Secret } from './vault.ts';

let app: Started;
let code: unknown;
const secret = Object.assign(new Secret(), { owner: 'o', level: 1 });

beforeAll(async () => {
  const binding = memoryBinding();
  app = await started([Keeper], { open: async () => binding });
});
afterAll(async () => {
  await app.running.close();
  removeTemporary();
});

async function writing(key: unknown): Promise<unknown> {
  code = undefined;
  inside.fill = async (writer) => {
    await writer.set(key as string, secret).catch((error: { code?: unknown }) => (code = error.code));
  };
  await app.call('Keeper.fill', { key: 'a' });
  return code;
}

async function reading(key: unknown): Promise<unknown> {
  code = undefined;
  inside.open = async (reader) => {
    await reader.get(key as string).catch((error: { code?: unknown }) => (code = error.code));
  };
  await app.call('Keeper.open', { key: 'a' });
  return code;
}

test.each([
  ['one character', 'a'],
  ['1,024 bytes of one each', 'a'.repeat(1024)],
  ['1,024 bytes of two each', 'ü'.repeat(512)],
  ['1,024 bytes of four each', '😀'.repeat(256)],
  ['a line break', 'a\nb'],
])('a key of %s is taken', async (_, key) => {
  expect([await writing(key), await reading(key)]).toEqual([undefined, undefined]);
});

test.each([
  ['nothing', ''],
  ['1,025 bytes', 'a'.repeat(1025)],
  ['fewer characters and more bytes', 'ü'.repeat(513)],
  ['a NUL', 'a\0'],
  ['half a character', '\ud800'],
  ['no text', 7],
])('a key of %s is refused, to be written and to be read', async (_, key) => {
  expect([await writing(key), await reading(key)]).toEqual(['RMT3014', 'RMT3014']);
});
