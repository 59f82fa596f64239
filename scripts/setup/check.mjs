import { CommandFailed, run } from './command.mjs';
import { ensureCompilers } from './compilers.mjs';
import { ensure } from './ensure.mjs';
import { runJest } from './jest.mjs';
import { node } from './paths.mjs';
import { ensurePostgres } from './postgres.mjs';
import { step } from './step.mjs';

const checks = [
  ['set-up', () => ensure({ quiet: false })],
  ['format', () => run(node, ['node_modules/oxfmt/bin/oxfmt', '--check'])],
  ['lint', () => run(node, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'])],
  ['types', () => run(node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json'])],
];

async function passes(name, work) {
  try {
    await (name === 'set-up' ? work() : step(name, false, work));
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(`\n${error.message}\n`);
    return false;
  }
}

/**
 * Set-up, format, lint, types and every Jest test; `args` go to Jest. Without packages nothing else can run, so a
 * failed set-up ends it. The last line counts everything.
 */
export async function check(args) {
  let passed = 0;
  let failed = 0;
  for (const [name, work] of checks) {
    if (await passes(name, work)) passed += 1;
    else failed += 1;
    if (name === 'set-up' && failed > 0) break;
  }
  if (passed > 0) {
    for (const ensureInstalled of [ensurePostgres, ensureCompilers]) {
      const missing = await ensureInstalled();
      if (missing === undefined) continue;
      console.error(`\n${missing}\n`);
      failed += 1;
    }
    const tests = await runJest(args);
    passed += tests.passed;
    failed += tests.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
