import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { buildPlugin } from '../../../src/host/build/index.ts';
import type { ConformanceReport } from '../../../src/testing/index.ts';
import { buildMutant } from '../../testing/conformance/mutants.ts';
import { project } from '../project.ts';

const folder = project({});
let right: string;
let wrong: string;

beforeAll(async () => {
  right = resolve((await buildPlugin('plugins/sql', { output: '.remit/test/plugins' })).file);
  const mutant = {
    name: 'declares-more-than-any-may-have',
    file: 'src/sqlite/actions.ts',
    from: "get: ['SELECT']",
    to: "get: ['SELECT', 'DELETE']",
  };
  wrong = resolve(await buildMutant(mutant));
});

test('a plugin that conforms ends with 0, and says what it took', async () => {
  const { code, stdout, stderr } = await folder.remit(['plugin', 'test', right, '--runs', '1']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^sql on sqlite/);
  expect(stdout).toMatch(/keyValue\.get +[\d,]+ fuel/);
  expect(stdout).toMatch(/It conforms\.\n$/);
});

test('one that does not ends with 1 and names operation and action', async () => {
  const text = await folder.remit(['plugin', 'test', wrong, '--runs', '1']);
  expect(text.code).toBe(1);
  expect(text.stdout).toContain('RMT2100 keyValue.get\n');
  const json = await folder.remit(['plugin', 'test', wrong, '--runs', '1', '--json']);
  expect(json.code).toBe(1);
  const report = JSON.parse(json.stdout) as ConformanceReport;
  expect(report).toMatchObject({ conforms: false, connector: 'sqlite', seed: 1 });
  expect(report.findings).toEqual([
    expect.objectContaining({
      code: 'RMT2100',
      operation: 'get',
      message: expect.stringContaining('DELETE on kv_'),
    }),
  ]);
});

test.each([
  [['--connector', 'tape'], 'There is no connector tape'],
  [['--connector', 'postgres'], 'needs --url'],
  [['--runs', 'many'], '--runs is a number'],
])('%j is wrong usage', async (options, words) => {
  const { code, stderr } = await folder.remit(['plugin', 'test', right, ...options]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test('a file that is not there, or is no component, ends with 3', async () => {
  expect(await folder.remit(['plugin', 'test', 'none.wasm'])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('RMT2009'),
  });
  folder.write('text.wasm', 'text');
  expect(await folder.remit(['plugin', 'test', 'text.wasm'])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('RMT2001'),
  });
});
