import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced `ts` block of a document. */
export interface Snippet {
  readonly document: string;
  /** Line of the block's first line of code, from 1. */
  readonly line: number;
  /** A block whose first line is `// events.ts` is that module; its neighbours in the document may import it. */
  readonly module: string;
  readonly code: string;
}

/** README.md and everything under docs, examples and plugins. */
export function documents(): readonly string[] {
  const nested: string[] = ['docs', 'examples', 'plugins'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
      .map((file) => `${folder}/${file}`),
  );
  return ['README.md', ...nested].toSorted();
}

/** The blocks of a document that claim to be complete: all but those that begin with `// fragment`. */
export function snippets(document: string): readonly Snippet[] {
  const found: Snippet[] = [];
  const lines = readFileSync(join(root, document), 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== '```ts') continue;
    const end = lines.indexOf('```', at + 1);
    const code = lines.slice(at + 1, end === -1 ? undefined : end);
    const module = /^\/\/ ([\w-]+\.ts)\b/.exec(code[0] ?? '')?.[1] ?? `line-${at + 2}.ts`;
    if (!code[0]?.startsWith('// fragment'))
      found.push({ document, line: at + 2, module, code: code.join('\n') });
    at = end === -1 ? lines.length : end;
  }
  return found;
}
