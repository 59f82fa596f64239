import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, run } from './command.mjs';
import { installStamp, manifest, node, root } from './paths.mjs';
import { discardToolchain, npm } from './toolchain.mjs';

/** What decides which packages are installed; scripts and the like do not. */
function wanted() {
  const wishes = manifest();
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch}`);
  for (const kind of [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
    'overrides',
  ]) {
    hash.update(JSON.stringify(wishes[kind] ?? {}));
  }
  const lockfile = join(root, 'package-lock.json');
  if (existsSync(lockfile)) hash.update(readFileSync(lockfile));
  return hash.digest('hex');
}

/** Whether node_modules is what package.json and package-lock.json ask for. */
export function isInstalled() {
  return existsSync(node) && existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted();
}

/**
 * Installs the packages. Not `npm ci`: the lockfile may have been made where other platforms' optional binaries
 * were out of reach, and `npm ci` refuses such a file.
 */
export async function install() {
  const { command, args, env } = await npm();
  await run(command, [...args, 'install', '--include=dev', '--no-audit', '--no-fund'], { env });
  if (!existsSync(node)) {
    throw new CommandFailed(
      'npm installed no Node 26: does its configuration forbid install scripts? Try: npm config set ignore-scripts false',
    );
  }
  discardToolchain();
  writeFileSync(installStamp, wanted());
}
