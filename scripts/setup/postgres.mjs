import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { step } from './step.mjs';

const packages = '/usr/lib/postgresql';

/** Whether a PostgreSQL server can be started here: Debian keeps its programs out of PATH. */
function isPresent() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (existsSync(packages))
    folders.push(...readdirSync(packages).map((version) => join(packages, version, 'bin')));
  return folders.some((folder) => existsSync(join(folder, 'initdb')));
}

/** Installs PostgreSQL from Debian when it is missing and we may; answers with what to type when we may not. */
export async function ensurePostgres() {
  if (isPresent()) return undefined;
  if (process.getuid?.() !== 0) {
    return 'PostgreSQL is missing, and only root can install it. Type: sudo apt-get install -y postgresql';
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('installing PostgreSQL from Debian', false, async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env });
  });
  return undefined;
}
