import { readFile } from 'node:fs/promises';
import { RemitError } from '../../errors/index.ts';
import { transpilerVersion } from './version.ts';

type Transpiler = typeof import('@bytecodealliance/jco-transpile');
type WasmTools = typeof import('@bytecodealliance/jco-transpile/wasm-tools');

const packageName = '@bytecodealliance/jco-transpile';

/** Loads the transpiler, which tooling and cold caches need and production does not. Throws RMT2006 without it. */
export async function loadTranspiler(): Promise<Transpiler> {
  await checkVersion('A plugin that Remit does not ship is transpiled once, into the cache');
  return import('@bytecodealliance/jco-transpile');
}

/** Loads the tools that read components and make them from WIT. Throws RMT2006 without them. */
export async function loadWasmTools(): Promise<WasmTools> {
  await checkVersion('What a plugin exports and imports is compared with WIT');
  return import('@bytecodealliance/jco-transpile/wasm-tools');
}

async function checkVersion(purpose: string): Promise<void> {
  const found = await installedVersion();
  if (found === transpilerVersion) return;
  const state = found === undefined ? 'is not installed' : `is installed in version ${found}`;
  throw new RemitError(
    'RMT2006',
    `${purpose}, with ${packageName} ${transpilerVersion}, which ${state}: ` +
      `npm install --save-dev --save-exact ${packageName}@${transpilerVersion}`,
    { details: { needed: transpilerVersion, found } },
  );
}

async function installedVersion(): Promise<string | undefined> {
  try {
    const entry = new URL(import.meta.resolve(packageName));
    const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8'));
    return (manifest as { version?: string }).version;
  } catch {
    return undefined;
  }
}
