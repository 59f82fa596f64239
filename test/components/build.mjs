// Builds the components that tests load, each once per change of its sources:
//   node test/components/build.mjs NAME...     prints the path of each
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recipes } from './recipes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const output = join(root, '.remit', 'test-components');
const deps = join(root, 'wit', 'deps');
const packages = readdirSync(deps, { recursive: true })
  .filter((path) => path.endsWith('.wit'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(deps, path), 'utf8') }));

/** All packages, as they stand below another one in its file. */
const nested = packages.map(({ text }) => `${text.replace(/^(package [^;]+);/m, '$1 {')}\n}`).join('\n');

async function build(name) {
  const recipe = recipes[name];
  if (recipe === undefined)
    throw new Error(`no recipe for ${name}; there are ${Object.keys(recipes).join(', ')}`);
  const source = recipe.source === undefined ? '' : readFileSync(join(here, recipe.source), 'utf8');
  const wit = recipe.wit === undefined ? '' : readFileSync(join(here, recipe.wit), 'utf8');
  const hash = createHash('sha256')
    .update(JSON.stringify([recipe, source, wit, packages]))
    .digest('hex')
    .slice(0, 16);
  const file = join(output, `${name}-${hash}.wasm`);
  if (!existsSync(file)) await write(file, await makers[recipe.kind](recipe, source, wit));
  return file;
}

async function write(file, bytes) {
  await mkdir(output, { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

const makers = {
  async qjs({ source: name, world, wasi = false }, jsSource, wit) {
    const { componentize } = await import('componentize-qjs');
    const witPath = join(tmpdir(), `remit-wit-${randomUUID()}`);
    await mkdir(join(witPath, 'deps'), { recursive: true });
    await writeFile(join(witPath, 'world.wit'), wit);
    for (const [index, { text }] of packages.entries())
      await writeFile(join(witPath, 'deps', `${index}.wit`), text);
    const jsPath = join(here, name);
    const { component } = await componentize({
      witPath,
      jsSource,
      jsPath,
      world,
      stubWasi: !wasi,
      sync: true,
      optSize: true,
    });
    return component;
  },
  async component(_recipe, source) {
    const { parse } = await import('@bytecodealliance/jco-transpile/wasm-tools');
    return parse(source);
  },
  async wat({ world }, source, wit) {
    const { parse, componentEmbed, componentNew } =
      await import('@bytecodealliance/jco-transpile/wasm-tools');
    const binary = await parse(source);
    const witSource = `${wit}\n${nested}`;
    return componentNew(await componentEmbed({ binary, witSource, world }), []);
  },
  async dummy({ world, replace = [], packages: own = '' }) {
    const { componentEmbed, componentNew } = await import('@bytecodealliance/jco-transpile/wasm-tools');
    let all = nested;
    for (const [from, to] of replace) {
      if (!all.includes(from)) throw new Error(`${from} is not in the WIT any more`);
      all = all.replaceAll(from, to);
    }
    const witSource = `package test:dummy;\nworld dummy { ${world} }\n${own}\n${all}`;
    return componentNew(await componentEmbed({ dummy: true, witSource, world: 'dummy' }), []);
  },
};

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(recipes))
  process.stdout.write(`${await build(name)}\n`);
