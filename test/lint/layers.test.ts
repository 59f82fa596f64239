import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { lint } from './project.ts';

const order =
  'errors model permissions validation interfaces decorators scan telemetry host faces policy check di framework console testing cli'.split(
    ' ',
  );

const imports = (prefix: string, folders: readonly string[]): string =>
  folders.map((folder) => `import '${prefix}${folder}/thing.ts';\n`).join('');

test('every folder of src has its place in the order', () => {
  const folders = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.filter((folder) => folder !== 'sdk' && !order.includes(folder))).toEqual([]);
});

test('a folder may import those before it and none after it, from any depth', () => {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const [index, folder] of order.entries()) {
    const later = [...order.slice(index + 1), 'sdk'];
    files[`src/${folder}/earlier.ts`] = imports('../', order.slice(0, index));
    files[`src/${folder}/later.ts`] = imports('../', later);
    files[`src/${folder}/deep/later.ts`] = imports('../../', later);
    for (const [line] of later.entries()) {
      expected.push(`src/${folder}/later.ts:${line + 1}`, `src/${folder}/deep/later.ts:${line + 1}`);
    }
  }
  files['src/sdk/any.ts'] = imports('../', order);
  for (const [line] of order.entries()) expected.push(`src/sdk/any.ts:${line + 1}`);

  const found = lint(files).filter(({ rule }) => rule === 'no-restricted-imports');
  expect(found.map(({ file, line }) => `${file}:${line}`).toSorted()).toEqual(expected.toSorted());
});
