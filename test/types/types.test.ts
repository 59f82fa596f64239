import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

test('what types refuse and allow is as the modules here say', async () => {
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const printed = await new Promise<string>((done) => {
    execFile(process.execPath, [tsc, '-p', 'test/types/tsconfig.json'], (_error, stdout, stderr) =>
      done(stdout + stderr),
    );
  });
  expect(printed).toBe('');
}, 60_000);
