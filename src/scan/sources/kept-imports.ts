import { readFileSync } from 'node:fs';
import type { ImportFacts } from './file-facts.ts';
import type { ReadFacts } from './read-facts.ts';
import { isTypeScript, type Transpile } from './transpile.ts';

/** Whether an import is still there at run time. */
export type IsKept = (taken: ImportFacts) => boolean;

/** Finds the imports of a file that are left at run time: the compiler drops those that only types use. */
export function keptImports(file: string, transpile: Transpile, readFacts: ReadFacts): IsKept {
  if (!isTypeScript(file)) return () => true;
  let compiled: string;
  try {
    compiled = transpile(file, readFileSync(file, 'utf8'));
  } catch {
    return ({ typeOnly }) => !typeOnly;
  }
  const kept = new Set(readFacts(file.replace(/ts$/, 'js'), compiled)?.imports.map(key));
  return (taken) => !taken.typeOnly && kept.has(key(taken));
}

function key({ specifier, imported = '', local = '', exported = '' }: ImportFacts): string {
  return [specifier, imported, local, exported].join('\0');
}
