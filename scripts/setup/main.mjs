import { check } from './check.mjs';
import { runCli } from './cli.mjs';
import { CommandFailed } from './command.mjs';
import { ensure } from './ensure.mjs';

const example = 'examples/orders/app.ts';

const verbs = {
  /** Set-up, then the example under `remit dev`. */
  async start(args) {
    await ensure({ quiet: false });
    return runCli(['dev', example, ...args]);
  },
  /** Set-up, then every check and test. */
  async test(args) {
    return check(args);
  },
  /** What `npm pack` needs; says nothing, since npm's own output may be read by a program. */
  async build() {
    await ensure({ quiet: true });
    return 0;
  },
  /** The command line as it is in this checkout. */
  async remit(args) {
    await ensure({ quiet: true });
    return runCli(args[0] === '--' ? args.slice(1) : args);
  },
};

export async function main([verb, ...args]) {
  const run = verbs[verb];
  if (run === undefined) {
    console.error(`usage: node scripts/setup.mjs ${Object.keys(verbs).join(' | ')}`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
