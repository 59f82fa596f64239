import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** package.json as it is now. */
export const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Node 26, from the npm package of that name: whatever Node runs the set-up. */
export const node = join(root, 'node_modules/node/bin/node');

export const dist = join(root, 'dist');

export const cli = join(dist, 'cli/main.js');

/** Says for which packages node_modules was installed; goes when node_modules goes. */
export const installStamp = join(root, 'node_modules/.remit-installed');

/** Says from which sources dist was built; goes when dist goes. */
export const buildStamp = join(root, 'dist/.built.json');

/** Environment of everything the set-up runs: this checkout's commands first. */
export const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
};
