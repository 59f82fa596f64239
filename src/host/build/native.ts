import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RemitError } from '../../errors/index.ts';
import { loadWasmTools } from '../transpile/transpiler.ts';
import { compile, type Compiler, findClang, findRustc, findWasmLinker } from './compiler.ts';
import type { PluginManifest } from './manifest.ts';
import type { Recipe } from './recipe.ts';
import { sourceFiles } from './sources.ts';
import { witSource } from './wit-source.ts';

/** How the sources of a language become a core module. */
interface Native {
  readonly find: () => Promise<Compiler>;
  readonly extension: string;
  /** The folder of the sources, from what the manifest says. */
  readonly root: (source: string) => string;
  readonly parameters: (source: string, files: readonly string[], output: string) => Promise<string[]>;
}

// Neither start-up code nor compiler-rt, which Debian does not have for every clang: a plugin is a library.
const clangOptions =
  '--target=wasm32-wasi -std=c11 -O2 -Wall -Wextra -nostartfiles -nodefaultlibs -Wl,--no-entry -Wl,--strip-all';

const c: Native = {
  find: findClang,
  extension: '.c',
  root: (source) => source,
  parameters: async (_source, files, output) => [...clangOptions.split(' '), ...files, '-lc', '-o', output],
};

const rustcOptions =
  '--edition 2021 --crate-name plugin --crate-type cdylib --target wasm32-unknown-unknown -O ' +
  '-C panic=abort -C strip=symbols -C linker-flavor=wasm-ld';

const rust: Native = {
  find: findRustc,
  extension: '.rs',
  root: dirname,
  parameters: async (source, _files, output) => [
    ...rustcOptions.split(' '),
    '-C',
    `linker=${await findWasmLinker()}`,
    source,
    '-o',
    output,
  ],
};

/** What is to be done for a plugin that a compiler makes a core module of. */
export async function nativeRecipe(
  folder: string,
  { language, source, world }: PluginManifest,
  wit: string,
): Promise<Recipe> {
  const native = language === 'c' ? c : rust;
  const compiler = await native.find();
  const files = await sourceFiles(join(folder, native.root(source)));
  const compiled = files.filter(({ path }) => path.endsWith(native.extension)).map(({ path }) => path);
  return {
    code: files.map(({ path, text }) => `${path}\0${text}\0`).join(''),
    tool: compiler.version,
    async component() {
      const module = await coreModule(folder, compiler, (output) =>
        native.parameters(source, compiled, output),
      );
      return component(folder, module, world, await witSource(wit));
    },
  };
}

async function coreModule(
  folder: string,
  compiler: Compiler,
  parameters: (output: string) => Promise<string[]>,
): Promise<Uint8Array> {
  const scratch = await mkdtemp(join(tmpdir(), 'remit-build-'));
  try {
    const output = join(scratch, 'plugin.wasm');
    await compile(compiler, await parameters(output), folder);
    return await readFile(output);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function component(
  folder: string,
  binary: Uint8Array,
  world: string,
  source: string,
): Promise<Uint8Array> {
  const { componentEmbed, componentNew } = await loadWasmTools();
  try {
    const embedded = await componentEmbed({ binary, witSource: source, world: world.replace(/^.*\//u, '') });
    return await componentNew(embedded, []);
  } catch (error) {
    const reason = sentenceOf(error);
    throw new RemitError('RMT2064', `The plugin in ${folder} does not become a component: ${reason}`, {
      cause: error,
    });
  }
}

/** The tools throw what they say as an Error or as the payload of one. */
function sentenceOf(error: unknown): string {
  const said = (error as { readonly payload?: unknown }).payload ?? error;
  return said instanceof Error ? said.message : String(said);
}
