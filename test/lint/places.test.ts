import { expect, test } from '@jest/globals';
import { lint } from './project.ts';

/** Files in which `rule` fires when each holds `text`. */
function refusedIn(rule: string, text: string, folders: readonly string[]): readonly string[] {
  const files = Object.fromEntries(folders.map((folder) => [`${folder}/file.ts`, text]));
  return lint(files)
    .filter((finding) => finding.rule === rule)
    .map(({ file }) => file.replace('/file.ts', ''))
    .toSorted();
}

const some = ['src/check', 'src/cli', 'src/di', 'src/framework', 'src/scan'];
const but = (one: string): readonly string[] => some.filter((folder) => folder !== one);

test('inversify only in src/di', () => {
  const text = "import { Container } from 'inversify';\nexport const made = new Container();\n";
  expect(refusedIn('no-restricted-imports', text, some)).toEqual(but('src/di'));
});

test('metadata is read only in src/scan', () => {
  const text =
    "export const types = (target: object): unknown => Reflect.getMetadata('design:paramtypes', target);\n";
  expect(refusedIn('no-restricted-properties', text, some)).toEqual(but('src/scan'));
});

test('process.exit and console only in src/cli', () => {
  expect(refusedIn('no-restricted-properties', 'process.exit(1);\n', some)).toEqual(but('src/cli'));
  expect(refusedIn('no-console', "console.log('x');\n", some)).toEqual(but('src/cli'));
});

test('no file is longer than 300 lines', () => {
  const lines = (count: number): string => 'export {};\n'.repeat(count);
  expect(refusedIn('max-lines', lines(300), ['src/errors'])).toEqual([]);
  expect(refusedIn('max-lines', lines(301), ['src/errors'])).toEqual(['src/errors']);
});

test('no import goes in a circle, and no promise is forgotten', () => {
  const found = lint({
    'src/errors/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;\n",
    'src/errors/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;\n",
    'src/errors/c.ts':
      'export async function c(): Promise<void> {}\nexport function d(): void {\n  c();\n}\n',
  }).map(({ file, rule }) => `${file} ${rule}`);
  expect(found).toContain('src/errors/a.ts no-cycle');
  expect(found).toContain('src/errors/c.ts no-floating-promises');
});
