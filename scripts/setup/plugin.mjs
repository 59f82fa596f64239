import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { isFresh, markFresh } from './fingerprint.mjs';
import { cli, node, root } from './paths.mjs';

const folder = 'plugins/sql';
const component = join(root, 'dist/plugins/sql/sql.wasm');
const stamp = join(root, 'dist/.plugin.json');
const host = [
  'build',
  'cache',
  'contract',
  'rewrite',
  'transpile',
  'load.ts',
  'open-binding.ts',
  'read-plugin.ts',
];
const inputs = [
  folder,
  'wit',
  'src/sdk',
  ...host.map((part) => `src/host/${part}`),
  'scripts/transpile-shipped.mjs',
  'node_modules/.remit-installed',
];

/** Whether the component that Remit ships, and what it is transpiled to, is what the sources make. */
export function isPluginBuilt() {
  return existsSync(component) && isFresh(stamp, inputs);
}

export async function buildPlugin() {
  await run(node, [cli, 'plugin', 'build', folder]);
  await run(node, ['scripts/transpile-shipped.mjs']);
  markFresh(stamp, inputs);
}
