import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test.each(['sql', 'kv-typescript'])('the sources of %s fit the types of the guest library', (plugin) => {
  const check = (): Buffer =>
    execFileSync(process.execPath, [
      'node_modules/typescript/bin/tsc',
      '-p',
      `plugins/${plugin}/tsconfig.json`,
    ]);
  expect(check).not.toThrow();
});
