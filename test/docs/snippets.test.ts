import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { documents, root, type Snippet, snippets } from './snippets.ts';

/** What the compiler says of the snippets, in the words `document:line message`. */
function mistakes(all: readonly Snippet[]): readonly string[] {
  mkdirSync(join(root, '.remit'), { recursive: true });
  // Inside the repository, so that 'remit' is the package that was built here.
  const folder = mkdtempSync(join(root, '.remit/docs-'));
  try {
    const files = new Map<string, Snippet>();
    for (const snippet of all) {
      const file = join(snippet.document.replace(/\.md$/, ''), snippet.module);
      files.set(file, snippet);
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      // A block without import or export is still a module of its own.
      writeFileSync(join(folder, file), `${snippet.code}\nexport {};\n`);
    }
    const unused = { noUnusedLocals: false, noUnusedParameters: false };
    const options = {
      ...unused,
      noEmit: true,
      incremental: false,
      declaration: false,
      rootDir: '.',
      outDir: '.',
    };
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: options,
      include: [],
      files: [...files.keys()],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return compile(folder).map((line) =>
      line.replace(/^(.*\.ts)\((\d+),\d+\): /, (_, file: string, at: string) => {
        const snippet = files.get(file);
        return `${snippet?.document ?? file}:${(snippet?.line ?? 1) + Number(at) - 1} `;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(folder: string): readonly string[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.trimEnd().split('\n');
  }
}

test('every complete snippet of the documents compiles', () => {
  const all = documents().flatMap(snippets);
  expect(all.length).toBeGreaterThan(0);
  expect(mistakes(all)).toEqual([]);
});

test('a snippet that does not compile is reported by document and line', () => {
  const [found = ''] = mistakes([
    { document: 'docs/none.md', line: 7, module: 'line-7.ts', code: "import { app } from 'remit';\napp(1);" },
  ]);
  expect(found).toMatch(/^docs\/none\.md:8 error TS2554/);
});
