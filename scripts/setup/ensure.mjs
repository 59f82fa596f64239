import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { alone } from './lock.mjs';
import { buildPlugin, isPluginBuilt } from './plugin.mjs';
import { step } from './step.mjs';

const isReady = () => isInstalled() && isBuilt() && isPluginBuilt();

/** Installs and builds what is missing or stale. Costs some milliseconds when there is nothing to do. */
export async function ensure({ quiet }) {
  if (isReady()) return;
  await alone(async () => {
    if (!isInstalled()) await step('installing packages (once; about a minute)', quiet, install);
    if (!isBuilt()) await step('building Remit', quiet, build);
    if (!isPluginBuilt()) await step('building the sql plugin from its source', quiet, buildPlugin);
  });
}
