import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { environment, manifest, node, root } from './paths.mjs';

/** Speaks to any registry and runs on the Node 26 beside it. */
const npmVersion = '11.21.2';

const folder = join(root, '.remit/toolchain');
const bootNode = join(folder, 'node_modules/node/bin/node');
const bootNpm = join(folder, 'node_modules/npm/bin/npm-cli.js');

const [major, minor] = process.versions.node.split('.').map(Number);
const isNew = major > 24 || (major === 24 && minor >= 21);

/**
 * How to run npm on a Node that Remit itself could run on. An older npm or Node leaves out optional packages that want
 * a newer one, and with them the compilers; so where only an old Node is at hand, a new one is fetched first.
 */
export async function npm() {
  if (isNew) return { command: 'npm', args: [], env: {} };
  if (!existsSync(bootNpm)) {
    const packages = [
      `npm@${npmVersion}`,
      ...(existsSync(node) ? [] : [`node@${manifest().devDependencies.node}`]),
    ];
    await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', ...packages]);
  }
  const newNode = existsSync(bootNode) ? bootNode : node;
  return { command: newNode, args: [bootNpm], env: { PATH: `${dirname(newNode)}:${environment.PATH}` } };
}

/** Removes what was fetched only to install the rest. */
export function discardToolchain() {
  rmSync(folder, { recursive: true, force: true });
}
