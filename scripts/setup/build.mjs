import { isFresh, markFresh } from './fingerprint.mjs';
import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { buildStamp, cli, node } from './paths.mjs';

const inputs = ['src', 'tsconfig.json', 'node_modules/.remit-installed'];

/** Whether dist is what the sources make. */
export function isBuilt() {
  return existsSync(cli) && isFresh(buildStamp, inputs);
}

export async function build() {
  await run(node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  markFresh(buildStamp, inputs);
}
