import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { isFresh, markFresh } from './fingerprint.mjs';
import { cli, node, root } from './paths.mjs';

const folder = 'plugins/sql';
const component = join(root, 'dist/plugins/sql/sql.wasm');
const stamp = join(root, 'dist/.plugin.json');
const inputs = [folder, 'wit', 'src/sdk', 'src/host/build', 'node_modules/.remit-installed'];

/** Whether the component that Remit ships is what its source makes. */
export function isPluginBuilt() {
  return existsSync(component) && isFresh(stamp, inputs);
}

export async function buildPlugin() {
  await run(node, [cli, 'plugin', 'build', folder]);
  markFresh(stamp, inputs);
}
