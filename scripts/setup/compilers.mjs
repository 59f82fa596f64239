import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { step } from './step.mjs';

/** What the plugins in C and Rust are built with, and a file of each. */
const packages = {
  clang: '/usr/bin/clang',
  'wasi-libc': '/usr/include/wasm32-wasi/stdlib.h',
  'lld-14': '/usr/bin/wasm-ld-14',
  lld: '/usr/bin/wasm-ld',
  rustc: '/usr/bin/rustc',
  'libstd-rust-dev-wasm32': '/usr/lib/rustlib/wasm32-unknown-unknown/lib',
};

/** Installs Debian's compilers where they are missing and we may; answers with what to type when we may not. */
export async function ensureCompilers() {
  const missing = Object.keys(packages).filter((name) => !existsSync(packages[name]));
  if (missing.length === 0) return undefined;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0) {
    return `The plugins in C and Rust are built with Debian packages that are missing, and only root can install them. Type: sudo apt-get install -y ${names}`;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(`installing ${names} from Debian`, false, async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
  });
  return undefined;
}
