import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { RemitError } from '../../errors/index.ts';

const run = promisify(execFile);

/** A compiler on this machine, and what it calls itself. */
export interface Compiler {
  readonly command: string;
  readonly version: string;
}

/** What each language is compiled with on Debian. */
export const debianPackages = {
  c: 'clang lld wasi-libc',
  rust: 'rustc libstd-rust-dev-wasm32 lld-14',
} as const;

const names = { c: 'C', rust: 'Rust' } as const;

/** The first clang that is here. Throws RMT2150 where none is, or its linker or library is missing. */
export async function findClang(): Promise<Compiler> {
  const version = await answer('clang', ['--version']);
  const linker = await answer('wasm-ld', ['--version']);
  if (version !== undefined && linker !== undefined && existsSync('/usr/include/wasm32-wasi/stdlib.h'))
    return { command: 'clang', version };
  throw missing('c');
}

/**
 * A rustc that has the library for WebAssembly: of several on a machine, often only Debian's. Throws RMT2150 where none
 * has.
 */
export async function findRustc(): Promise<Compiler> {
  for (const command of ['rustc', '/usr/bin/rustc']) {
    const version = await answer(command, ['--version', '--verbose']);
    const libraries = await answer(command, [
      '--print',
      'target-libdir',
      '--target',
      'wasm32-unknown-unknown',
    ]);
    if (version !== undefined && libraries !== undefined && existsSync(libraries))
      return { command, version };
  }
  throw missing('rust');
}

/** The linker that Debian's rustc fits: newer ones refuse what it makes. Throws RMT2150 where none is. */
export async function findWasmLinker(): Promise<string> {
  for (const command of ['wasm-ld-14', 'wasm-ld']) {
    if ((await answer(command, ['--version'])) !== undefined) return command;
  }
  throw missing('rust');
}

/** Runs a compiler in a folder. Throws RMT2064 with what it says when it fails. */
export async function compile(
  { command }: Compiler,
  parameters: readonly string[],
  folder: string,
): Promise<void> {
  try {
    await run(command, parameters, { cwd: folder, maxBuffer: 16 << 20 });
  } catch (error) {
    const said = (error as { readonly stderr?: string }).stderr?.trim() ?? '';
    const reason = said === '' ? String(error) : said;
    throw new RemitError('RMT2064', `The plugin in ${folder} does not compile: ${reason}`, { cause: error });
  }
}

async function answer(command: string, parameters: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(command, parameters)).stdout.trim();
  } catch {
    return undefined;
  }
}

function missing(language: keyof typeof debianPackages): RemitError {
  const packages = debianPackages[language];
  return new RemitError(
    'RMT2150',
    `A plugin in ${names[language]} is built with Debian's ${packages.replaceAll(' ', ', ')}, of which something is missing: apt-get install -y ${packages}`,
    { details: { language, packages } },
  );
}
