import { Malformed } from '../binary/malformed.ts';
import type { CacheEntry, CoreModule } from '../cache/entry.ts';
import type { LoadOptions } from '../component.ts';
import { checkedExports } from '../contract/check.ts';
import { keepContract, notAComponent } from '../contract/keep.ts';
import { type Surface, type Surfaces, withoutVersion } from '../contract/surface.ts';
import { RemitError } from '../../errors/index.ts';
import { boundModule } from '../rewrite/module.ts';
import { prepareGenerated } from './generated.ts';
import { loadTranspiler } from './transpiler.ts';

/** Checks a component against its contract and makes of it what can be run. Nothing of it runs. */
export async function transpile(options: LoadOptions, bytes: Uint8Array): Promise<CacheEntry> {
  const { found, expected } = await keepContract(options, bytes);
  const files = await generate(options, bytes, found);
  return {
    imports: found.imports.map(({ id, functions, resources }) => ({
      id,
      functions: Object.keys(functions),
      resources,
    })),
    exports: found.exports.map(({ id }) => id),
    checked: checkedExports(options, found, expected),
    code: prepareGenerated(new TextDecoder().decode(files['component.js'])),
    modules: boundModules(options, files),
  };
}

async function generate(
  options: LoadOptions,
  bytes: Uint8Array,
  found: Surfaces,
): Promise<Record<string, Uint8Array>> {
  const { transpileBytes } = await loadTranspiler();
  const offered = found.imports.filter(({ id }) => options.offered.includes(withoutVersion(id)));
  const asynchronous = {
    asyncMode: 'jspi',
    asyncImports: offered.flatMap(functionIds),
    asyncExports: found.exports.flatMap(functionIds),
  } as const;
  try {
    const { files } = await transpileBytes(bytes, {
      name: 'component',
      instantiation: 'async',
      strict: true,
      emitTypescriptDeclarations: false,
      ...(options.asynchronous ? asynchronous : {}),
    });
    return files;
  } catch (cause) {
    throw notAComponent(options, 'is not valid', cause);
  }
}

function functionIds({ id, functions }: Surface): string[] {
  return Object.keys(functions).map((name) => `${id}#${name}`);
}

function boundModules(options: LoadOptions, files: Record<string, Uint8Array>): CoreModule[] {
  const modules = Object.entries(files).filter(([name]) => name.endsWith('.wasm'));
  try {
    return modules.map(([name, content]) => ({ name, ...boundModule(content) }));
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    throw new RemitError('RMT2007', `Plugin ${options.name} cannot be bounded: its code ${cause.message}`, {
      cause,
      details: { plugin: options.name, file: String(options.file) },
    });
  }
}
