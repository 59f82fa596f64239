import { isFresh, markFresh } from './fingerprint.mjs';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { buildStamp, cli, dist, node, root } from './paths.mjs';

const inputs = ['src', 'tsconfig.json', 'node_modules/.remit-installed'];

/** Whether dist is what the sources make. */
export function isBuilt() {
  return existsSync(cli) && isFresh(buildStamp, inputs);
}

export async function build() {
  await run(node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  removeOrphans();
  markFresh(buildStamp, inputs);
}

/** The compiler leaves behind what it made of sources that are gone; it would be packed. */
function removeOrphans() {
  for (const file of readdirSync(dist, { recursive: true })) {
    const module = /^(.+?)(\.d\.ts|\.js)(\.map)?$/.exec(file)?.[1];
    if (module === undefined || existsSync(join(root, 'src', `${module}.ts`))) continue;
    rmSync(join(dist, file), { force: true });
  }
}
