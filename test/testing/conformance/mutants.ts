import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlugin } from '../../../src/host/build/index.ts';

/** A plugin that is wrong in one way: `plugins/sql` with one text in one file replaced. */
export interface Mutant {
  readonly name: string;
  /** Under `plugins/sql`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Apart from `dist`: nothing of this is ever shipped. */
const output = '.remit/test/mutants';

/** Builds a mutant and answers with its component. Throws when the text to replace is not there any more. */
export async function buildMutant({ name, file, from, to }: Mutant): Promise<string> {
  mkdirSync('.remit', { recursive: true });
  const folder = mkdtempSync(join('.remit', 'mutant-'));
  try {
    cpSync('plugins/sql', folder, { recursive: true });
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
    const manifest = JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'plugin.json'), JSON.stringify({ ...manifest, name }));
    return (await buildPlugin(folder, { output })).file;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
