import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { RemitError } from '../../src/errors/index.ts';
import { loadComponent } from '../../src/host/index.ts';
import { store, subject, temporaryFolder } from './subject.ts';

const refusal = async (name: string, more: Parameters<typeof subject>[1] = {}): Promise<string> => {
  const error: unknown = await loadComponent(await subject(name, more)).catch((thrown: unknown) => thrown);
  if (!(error instanceof RemitError)) throw new Error(`not refused: ${String(error)}`);
  return `${error.code} ${error.message}`;
};

test('a component that fits is loaded, with its interfaces', async () => {
  const component = await loadComponent(await subject('good', { offered: ['remit:connect/sql'] }));
  expect(component.exports).toEqual(['wasi:keyvalue/store@0.2.0-draft2']);
  expect(component.imports).toEqual(['remit:connect/sql@0.1.0']);
  expect(component.digest).toMatch(/^[0-9a-f]{64}$/);
});

test('another version', async () => {
  expect(await refusal('other-version')).toBe(
    'RMT2003 Plugin other-version cannot be used: it exports wasi:keyvalue/store@0.2.0-draft3; ' +
      'Remit needs wasi:keyvalue/store@0.2.0-draft2',
  );
});

test('a missing export', async () => {
  expect(await refusal('missing-export')).toBe(
    'RMT2002 Plugin missing-export cannot be used: it does not export wasi:keyvalue/store@0.2.0-draft2; ' +
      'it exports remit:blob/container@0.1.0',
  );
});

test('changed signatures: each function with both', async () => {
  expect(await refusal('changed-signature')).toBe(
    `RMT2003 Plugin changed-signature cannot be used: it exports wasi:keyvalue/store@0.2.0-draft2 with other signatures
  [method]bucket.delete
    needed: func(self: borrow<bucket>, key: string) -> result<_, error>
    found:  nothing
  [method]bucket.exists
    needed: func(self: borrow<bucket>, key: string) -> result<bool, error>
    found:  func(self: borrow<bucket>, key: string, strict: bool) -> result<bool, error>
  [method]bucket.list-keys
    needed: func(self: borrow<bucket>, cursor: option<string>) -> result<record { keys: list<string>, cursor: option<string> }, variant { no-such-store, access-denied, other(string) }>
    found:  func(self: borrow<bucket>, cursor: option<string>) -> result<record { keys: list<string>, total: u32, cursor: option<string> }, variant { no-such-store, access-denied, other(string) }>`,
  );
});

test('an import that is not offered', async () => {
  expect(await refusal('extra-import', { offered: ['remit:connect/sql'] })).toBe(
    'RMT2004 Plugin extra-import cannot be used: it imports test:other/disk, and is offered remit:connect/sql',
  );
});

test('an offered import with another integer width', async () => {
  const text = await refusal('changed-import', { offered: ['remit:connect/sql'] });
  expect(text).toMatch(
    /^RMT2005 Plugin changed-import cannot be used: it imports remit:connect\/sql@0\.1\.0 with other signatures\n {2}query\n/,
  );
  expect(text).toMatch(/needed: .*integer\(s64\)/);
  expect(text).toMatch(/found: .*integer\(s32\)/);
});

test('an asynchronous import that cannot fail would hang', async () => {
  expect(await refusal('infallible-import', { offered: ['test:other/disk'], asynchronous: true })).toBe(
    'RMT2005 Plugin infallible-import cannot be used: its asynchronous import test:other/disk#read must return a result',
  );
});

test('names of core modules cannot smuggle code into what is generated', async () => {
  expect(await refusal('injection', { required: ['test:injection/run'] })).toBe(
    'RMT2007 Plugin injection cannot be bounded: its code has an import or export with a name that is not plain',
  );
  expect(globalThis).not.toHaveProperty('injected');
});

test('a core module, a truncated component, no file', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'plugin.wasm');
  await writeFile(file, Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  expect(await refusal('good', { file })).toBe(
    'RMT2001 Plugin good is not a WebAssembly component: the file is a core module',
  );
  const whole = await readFile((await subject('good')).file);
  await writeFile(file, whole.subarray(0, whole.length / 2));
  expect(await refusal('good', { file })).toBe(
    'RMT2001 Plugin good is not a WebAssembly component: the file ends too early',
  );
  expect(await refusal('good', { file: join(folder, 'none.wasm') })).toMatch(
    /^RMT2009 The file of plugin good cannot be read \(ENOENT\): /,
  );
});

test('random and mutated bytes are refused with a code or load; nothing else happens', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'plugin.wasm');
  const whole = await readFile((await subject('good')).file);
  const options = await subject('good', {
    file,
    cache: folder,
    offered: ['remit:connect/sql'],
    required: [store],
  });
  const outcome = async (content: Uint8Array): Promise<string | undefined> => {
    await writeFile(file, content);
    const ended: unknown = await loadComponent(options).catch((thrown: unknown) => thrown);
    const { digest, code } = ended as { digest?: string; code?: string };
    return digest ?? code;
  };
  const known = /^RMT200[1-7]$|^[0-9a-f]{64}$/;
  const head = fc.constantFrom(whole.subarray(0, 0), whole.subarray(0, 8));
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (start, tail) => {
      expect(await outcome(Buffer.concat([start, tail]))).toMatch(known);
    }),
    { numRuns: 200 },
  );
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const mutated = Buffer.from(whole);
      for (const [at, value] of changed) mutated[at] = value;
      expect(await outcome(mutated)).toMatch(known);
    }),
    { numRuns: 300 },
  );
});
