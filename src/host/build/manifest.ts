import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RemitError } from '../../errors/index.ts';

/** What a plugin may be written in. */
export const languages = ['typescript', 'rust', 'c'] as const;

export type Language = (typeof languages)[number];

/** `plugin.json`: what a folder must say for a component to be built from it. */
export interface PluginManifest {
  /** Lower-case letters, digits and dashes; names the component file. */
  readonly name: string;
  /** Default: `typescript`. */
  readonly language: Language;
  /** World the component implements: `sql-provider`. */
  readonly world: string;
  /**
   * Relative to the folder. TypeScript: the entry point, which exports each interface of the world by its name; Rust: the
   * root of the crate; C: the folder of the `.c` files.
   */
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
  if (!isPluginName(manifest.name)) {
    throw refused(`${file}: the name may have lower-case letters, digits and dashes only`);
  }
  const { language = 'typescript' } = manifest;
  if (!languages.includes(language)) {
    throw refused(`${file}: the language is one of ${languages.join(', ')}`);
  }
  return { ...manifest, language };
}

/** Whether a plugin may be called so: the name becomes that of folders and files. */
export function isPluginName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/u.test(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Written = Omit<PluginManifest, 'language'> & Partial<Pick<PluginManifest, 'language'>>;

function isManifest(value: unknown): value is Written {
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
