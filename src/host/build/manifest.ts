import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RemitError } from '../../errors/index.ts';

/** `plugin.json`: what a folder must say for a component to be built from it. */
export interface PluginManifest {
  /** Lower-case letters, digits and dashes; names the component file. */
  readonly name: string;
  /** World the component implements: `sql-provider`. */
  readonly world: string;
  /** Entry point, relative to the folder; exports each interface of the world by its name. */
  readonly source: string;
  /** Folder with the WIT that defines the world, relative to the folder; default: the WIT Remit ships. */
  readonly wit?: string;
}

/** Reads and checks the manifest of a folder. Throws RMT2064 when there is none or it is not one. */
export async function readManifest(directory: string): Promise<PluginManifest> {
  const file = join(directory, 'plugin.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw refused(`${directory} has no plugin.json`);
  });
  const manifest = parsed(text);
  if (!isManifest(manifest)) throw refused(`${file} is not a plugin manifest`);
  if (!/^[a-z][a-z0-9-]*$/u.test(manifest.name)) {
    throw refused(`${file}: the name may have lower-case letters, digits and dashes only`);
  }
  return manifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is PluginManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { name, world, source, wit } = value as Record<string, unknown>;
  const texts = typeof name === 'string' && typeof world === 'string' && typeof source === 'string';
  return texts && (wit === undefined || typeof wit === 'string');
}

function refused(what: string): RemitError {
  return new RemitError(
    'RMT2064',
    `${what}; write plugin.json: { "name": "mine", "world": "sql-provider", "source": "src/plugin.ts" }`,
  );
}
