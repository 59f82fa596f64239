import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildFailure, Plugin } from 'esbuild';
import { RemitError } from '../../errors/index.ts';
import { loadBundler } from './toolchain.ts';

/** The guest library next to this code: sources in the repository, their build in a package. */
const sdk = ['../../sdk/index.ts', '../../sdk/index.js']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

/** Imports of the world, `remit:connect/sql@0.1.0`, are linked when the component is made. */
const world: Plugin = {
  name: 'world',
  setup(build) {
    build.onResolve({ filter: /^[a-z][\w-]*:[\w-]+\/[\w-]+(@.+)?$/ }, ({ path }) =>
      path.startsWith('node:') ? undefined : { path, external: true },
    );
  },
};

/** One module of a plugin's sources and all they import. Throws RMT2064 with places when they do not bundle. */
export async function bundle(directory: string, source: string): Promise<string> {
  const esbuild = await loadBundler();
  const built = await esbuild
    .build({
      entryPoints: [join(directory, source)],
      absWorkingDir: directory,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2023',
      logLevel: 'silent',
      tsconfigRaw: {},
      ...(sdk !== undefined && { alias: { 'remit/plugin': sdk } }),
      plugins: [world],
    })
    .catch((error: unknown) => {
      throw new RemitError('RMT2064', `The plugin in ${directory} cannot be bundled: ${reasons(error)}`, {
        cause: error,
      });
    });
  return built.outputFiles[0]?.text ?? '';
}

function reasons(error: unknown): string {
  const { errors } = error as Partial<BuildFailure>;
  if (!errors?.length) return String(error);
  return errors
    .map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text))
    .join('; ');
}
