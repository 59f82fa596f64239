import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileFacts, ImportFacts } from './file-facts.ts';
import type { ReadFacts } from './read-facts.ts';

/** The application's source files, by absolute path, and how they import each other. */
export interface SourceGraph {
  readonly files: ReadonlyMap<string, FileFacts>;
  /** The file a relative import means; `undefined` when there is none, or when it is a package's. */
  target(from: string, specifier: string): string | undefined;
}

/** Reads `entries` and all they reach by relative imports, types included. */
export function readGraph(entries: Iterable<string>, readFacts: ReadFacts): SourceGraph {
  const files = new Map<string, FileFacts>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file) || !existsSync(file)) continue;
    const facts = readFacts(file, readFileSync(file, 'utf8'));
    if (!facts) continue;
    files.set(file, facts);
    for (const { specifier } of facts.imports) {
      const target = targetOf(file, specifier);
      if (target !== undefined) waiting.push(target);
    }
  }
  return { files, target: targetOf };
}

/** Whether an import names a file, and not a package. */
export function isRelative({ specifier }: ImportFacts): boolean {
  return /^(\.|file:|\/)/.test(specifier);
}

function targetOf(from: string, specifier: string): string | undefined {
  if (!/^(\.|file:|\/)/.test(specifier)) return undefined;
  const path = specifier.startsWith('file:') ? fileURLToPath(specifier) : resolve(dirname(from), specifier);
  return [path, path.replace(/\.(m?)js$/, '.$1ts')].find(
    (candidate) => existsSync(candidate) && /\.[mc]?[jt]s$/.test(candidate),
  );
}
