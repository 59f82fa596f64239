import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('the sources of the plugin fit the types of the guest library', () => {
  const check = (): Buffer =>
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'plugins/sql/tsconfig.json']);
  expect(check).not.toThrow();
});
