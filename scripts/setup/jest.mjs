import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { show } from './command.mjs';
import { node, root } from './paths.mjs';

const report = join(root, '.remit/jest.json');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];

/** Runs Jest in the open. A file that could not be run counts as one failure, as does a Jest that ends early. */
export async function runJest(args) {
  rmSync(report, { force: true });
  const code = await show(node, [...jest, '--json', `--outputFile=${report}`, '--silent=false', ...args]);
  let passed = 0;
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed = result.numPassedTests;
    failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  } catch {
    console.error('Jest ended without a report.');
  }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
