import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { RemitError } from '../errors/index.ts';
import type { Component, LoadOptions } from './component.ts';
import { LoadedComponent } from './loaded.ts';
import { boundModule } from './rewrite/module.ts';
import { evaluateGenerated, prepareGenerated } from './transpile/generated.ts';
import { loadTranspiler } from './transpile/transpiler.ts';
import type { Demand } from './rewrite/sections.ts';

export async function loadComponent(options: LoadOptions): Promise<Component> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(options.file);
  } catch (cause) {
    throw new RemitError('RMT2009', `Plugin ${options.name}: its file cannot be read`, { cause });
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { transpileBytes } = await loadTranspiler();
  const { files, imports, exports } = await transpileBytes(bytes, {
    name: 'component',
    instantiation: 'async',
    strict: true,
    emitTypescriptDeclarations: false,
  });
  const modules = new Map<string, WebAssembly.Module>();
  const demands = new Map<WebAssembly.Module, Demand>();
  for (const [name, content] of Object.entries(files)) {
    if (!name.endsWith('.wasm')) continue;
    const bounded = boundModule(content);
    const module = await WebAssembly.compile(bounded.bytes as BufferSource);
    modules.set(name, module);
    demands.set(module, bounded.demand);
  }
  const code = prepareGenerated(new TextDecoder().decode(files['component.js']));
  const instantiate = evaluateGenerated(options.name, code);
  return new LoadedComponent(
    { name: options.name, instantiate, modules, demands },
    digest,
    exports.map(([name]) => name),
    imports,
  );
}
