import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseSync } from 'oxc-parser';
import { root } from './snippets.ts';

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly peerDependencies: Versions;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { dependencies, devDependencies, peerDependencies, peerDependenciesMeta } = manifest;
const installed = { ...dependencies, ...peerDependencies };

interface Imported {
  readonly name: string;
  /** Where it is loaded; types alone are erased. */
  readonly erased: boolean;
  readonly dynamic: boolean;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function importsOf(file: string): Imported[] {
  const text = readFileSync(file, 'utf8');
  const { module } = parseSync(file, text);
  const statics = [...module.staticImports, ...module.staticExports].flatMap((each) => {
    const request = 'moduleRequest' in each ? each.moduleRequest : each.entries[0]?.moduleRequest;
    const erased = /^(import|export) type\b/.test(text.slice(each.start, each.end));
    return request ? [{ name: request.value, erased, dynamic: false }] : [];
  });
  const loaded = [
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end)),
    ...Array.from(text.matchAll(/createRequire\(import\.meta\.url\)\(('[^']+')\)/g), ([, name = '']) => name),
  ].flatMap((name) => (/^'.*'$/.test(name) ? [name.slice(1, -1)] : []));
  return [...statics, ...loaded.map((name) => ({ name, erased: false, dynamic: true }))]
    .filter(({ name }) => !/^(\.|node:|remit$)/.test(name))
    .map((each) => ({ ...each, name: packageOf(each.name) }));
}

const imports = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .flatMap((name) => importsOf(join(root, 'src', name)));
const names = (list: readonly Imported[]): string[] => [...new Set(list.map(({ name }) => name))].toSorted();

test('every dependency is explained', () => {
  const cells = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| ([^|]+) \|/gm);
  const explained = [...cells].flatMap((cell) => (cell[1] ?? '').split(', '));
  const all = Object.keys({ ...installed, ...devDependencies });
  expect(all.filter((name) => !explained.includes(name))).toEqual([]);
});

test('dependencies have exact versions', () => {
  const all = Object.values({ ...dependencies, ...devDependencies });
  expect(all.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('whatever the package loads is installed with it or asked of the application, and nothing else is', () => {
  expect(names(imports.filter(({ erased }) => !erased))).toEqual(Object.keys(installed).toSorted());
});

test('packages of types alone are there for those who build it', () => {
  const erased = names(imports.filter((each) => each.erased));
  expect(erased.filter((name) => !(name in installed) && !(name in devDependencies))).toEqual([]);
});

test('an optional peer is loaded only when it is needed, and every other package is always there', () => {
  const optional = Object.keys(peerDependenciesMeta).toSorted();
  const always = names(imports.filter(({ erased, dynamic }) => !erased && !dynamic));
  expect(always.filter((name) => optional.includes(name))).toEqual([]);
  expect(optional.filter((name) => !(name in peerDependencies))).toEqual([]);
});

test('every peer is here too, in a version that an application may have', () => {
  const parts = (text: string): number[] => text.split('.').map(Number);
  const before = (a: string, b: string): boolean => {
    const [left, right] = [parts(a), parts(b)];
    const first = left.findIndex((part, index) => part !== (right[index] ?? 0));
    return first >= 0 && (left[first] ?? 0) < (right[first] ?? 0);
  };
  const end = (kind: string, from: string): string => {
    const [major = 0, minor = 0, patch = 0] = parts(from);
    if (kind === '^' && major > 0) return `${major + 1}.0.0`;
    return kind === '' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
  };
  const fits = (version: string, range: string): boolean => {
    const [, kind = '', from = '', to] = /^(\^|~|>=|)([\d.]+)(?: <([\d.]+))?$/.exec(range) ?? [];
    return !before(version, from) && before(version, to ?? end(kind, from));
  };
  for (const [name, range] of Object.entries(peerDependencies)) {
    expect({ name, fits: fits(devDependencies[name] ?? '', range) }).toEqual({ name, fits: true });
  }
});

test('every development dependency is used', () => {
  const unnamed = ['node', 'oxlint-tsgolint', '@types/node', '@types/pg'];
  const places = ['src', 'test', 'scripts', 'plugins', 'jest.config.js', 'package.json'];
  const text = places.map(textOf).join('\n');
  const used = (name: string): boolean => new RegExp(`['"/]${name}(?:['"/]|$)`, 'm').test(text);
  const all = Object.keys(devDependencies).filter((name) => !unnamed.includes(name));
  expect(all.filter((name) => !used(name) && !text.includes(`"${name} `))).toEqual([]);
});

function textOf(place: string): string {
  const path = join(root, place);
  if (place === 'package.json') return JSON.stringify(JSON.parse(readFileSync(path, 'utf8')).scripts);
  if (place.endsWith('.js')) return readFileSync(path, 'utf8');
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
