import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A complaint of the linter about one file. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
}

/** What the repository's own lint rules say of these files, as if they stood in the repository. */
export function lint(files: Readonly<Record<string, string>>): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'remit-lint-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return findings(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function findings(folder: string): readonly Finding[] {
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'];
  const { diagnostics } = JSON.parse(run(args, folder)) as { diagnostics: readonly Reported[] };
  return diagnostics.map(({ filename, code, labels }) => ({
    file: filename,
    rule: /\((.*)\)/.exec(code)?.[1] ?? code,
    line: labels[0]?.span.line ?? 0,
  }));
}

interface Reported {
  readonly filename: string;
  readonly code: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** The linter exits with 1 when it finds something. */
function run(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
