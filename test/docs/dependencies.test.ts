import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './snippets.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

test('every dependency is explained', () => {
  const cells = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| ([^|]+) \|/gm);
  const explained = [...cells].flatMap((cell) => (cell[1] ?? '').split(', '));
  const scope = (name: string): string => name.replace(/^@opentelemetry\/(?=semantic)/, '');
  const all = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.peerDependencies,
  });
  expect(all.filter((name) => !explained.includes(scope(name)))).toEqual([]);
});

test('dependencies have exact versions', () => {
  const all = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
