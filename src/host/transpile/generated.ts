import { compileFunction } from 'node:vm';
import type { WitInterfaces } from '../component.ts';
import { RemitError } from '../../errors/index.ts';
import { transpilerVersion } from './version.ts';

type Imports = Readonly<Record<string, WebAssembly.ModuleImports>>;

/** The generated entry point: links a component's core modules with its imports. */
export type Instantiate = (
  getCoreModule: (name: string) => WebAssembly.Module,
  imports: WitInterfaces,
  instantiateCore: (module: WebAssembly.Module, imports?: Imports) => { exports: WebAssembly.Exports },
  /** Told of every length in bytes before it is copied out of the guest; returns it or throws. */
  lift: (length: number) => number,
) => WitInterfaces;

/** What the generated code must look like for it to be changed safely; each occurs exactly once. */
const edits: readonly (readonly [RegExp, string])[] = [
  [
    /^export function instantiate\(getCoreModule, imports, instantiateCore = WebAssembly\.instantiate\)/m,
    'function instantiate(getCoreModule, imports, instantiateCore, _lift)',
  ],
  [/^export const _util = \{\s*\}\s*$/m, ''],
  // Reads the environment several times per call otherwise, which makes small calls twice as slow.
  [
    /const _debugLog = \(\.\.\.args\) => \{[^}]*\}\s*console\.debug\(\.\.\.args\);\s*\};/,
    'const _debugLog = () => {};',
  ],
  [/if \(!getCoreModule\) getCoreModule = [^\n]*\n/, ''],
  [/async function fetchCompile \(url\) \{.*?WebAssembly\.compileStreaming\);\s*\}/s, ''],
  [/const isNode = [^\n]*\n/, ''],
];

/**
 * Lists and strings of a guest may overlap, so that a few bytes of its memory become gigabytes of the host's. Every
 * copy out of a guest is told to the host first; an element of a list counts as 64 bytes.
 */
const lifts: readonly (readonly [RegExp, string])[] = [
  [/(\.decode\(new Uint8Array\(memory\d+\.buffer, ptr\d+, )(len\d+)\)/g, '$1_lift($2))'],
  [/(memory\d+\.buffer\.slice\((ptr\d+), \2 \+ )(len\d+ \* \d+)\)/g, '$1_lift($3))'],
  [/for \(let i = 0; i < (len\d+); i\+\+\) \{/g, '_lift($1 * 64); $&'],
];
const unliftable = /\.decode\(new Uint8Array\(memory\d+\.buffer, ptr\d+, len|\.slice\(ptr\d+, ptr\d+ \+ len/;

/** jco-transpile forgets `async` on static functions of resources whose bodies await. */
const awaitingStatics =
  /^( {2}\w+\.\w+ = )(?=function \$?\w+\([^)]*\) \{\n(?:(?! {2}\};?\n).*\n)*?.*\bawait\b)/gm;

/** Turns generated module text into the body of a function. Throws when the text is not as expected. */
export function prepareGenerated(text: string): string {
  let prepared = text;
  for (const [pattern, replacement] of edits) {
    if (!pattern.test(prepared)) throw unexpected(String(pattern));
    prepared = prepared.replace(pattern, () => replacement);
  }
  prepared = prepared.replace(awaitingStatics, '$1async ');
  for (const [pattern, replacement] of lifts) prepared = prepared.replace(pattern, replacement);
  if (unliftable.test(prepared)) throw unexpected('a copy out of the guest');
  if (/\bimport\s*[.(]/.test(prepared) || /^export /m.test(prepared))
    throw unexpected('a further import or export');
  return prepared;
}

function unexpected(what: string): RemitError {
  return new RemitError(
    'RMT2006',
    `The output of jco-transpile ${transpilerVersion} is not what Remit knows (${what}); reinstall that exact version`,
  );
}

const silence = { error() {}, warn() {}, log() {}, debug() {} };

/** Guests must not keep the process alive, and nothing they leave behind may end it. */
function guestTimeout(work: () => unknown, delay: number): void {
  setTimeout(() => {
    try {
      const left = work();
      if (left instanceof Promise) left.catch(() => {});
    } catch {
      return;
    }
  }, delay).unref();
}

/** Destructors would run guest code outside of any call and its bounds; callers dispose of resources themselves. */
class NoFinalization {
  register(): void {}
  unregister(): void {}
}

const surroundings: Readonly<Record<string, unknown>> = {
  process: undefined,
  fetch: undefined,
  require: undefined,
  console: silence,
  setTimeout: guestTimeout,
  FinalizationRegistry: NoFinalization,
  // The generated code tells failures from WIT errors by this class; it must be the caller's own.
  Error,
};

/** Compiles prepared code. Nothing of the component runs. */
export function evaluateGenerated(name: string, code: string): Instantiate {
  const make = compileFunction(`${code}\nreturn instantiate;`, Object.keys(surroundings), {
    filename: `remit-plugin:${name}`,
  });
  return make(...Object.values(surroundings)) as Instantiate;
}
