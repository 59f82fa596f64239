import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Stage } from '../e2e/support/remit.ts';
import { root, snippets } from './snippets.ts';

const stage = new Stage();
let folder: string | undefined;
afterEach(async () => {
  await stage.clear();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

test.each([
  ['README.md', 'orders.ts'],
  ['docs/getting-started.md', 'app.ts'],
])('the application in %s has no mistakes', async (document, module) => {
  mkdirSync(join(root, '.remit'), { recursive: true });
  folder = mkdtempSync(join(root, '.remit/docs-'));
  const snippet = snippets(document).find((one) => one.module === module);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, module), snippet?.code ?? '');
  const check = stage.run(['check', module], { cwd: folder });
  expect([await check.end(), check.stderr]).toEqual([0, '']);
  expect(check.stdout).toContain('no mistakes');
});
