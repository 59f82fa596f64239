import type { Command } from 'commander';
import { DiagnosticsError } from '../../errors/index.ts';
import { exitCode } from '../exit-code.ts';

const help = `
FILE is a component; a folder with plugin.json is built first. SQLite: a file in a temporary folder. PostgreSQL: a database
that may be written to; tables of the run stay in its schema.

Examples:
  remit plugin test plugins/sql
  remit plugin test mine.wasm --connector postgres --url postgres://me@127.0.0.1/scratch

Exit codes: 0 it conforms, 1 it does not, 2 wrong usage, 3 could not be built, loaded or provisioned.`;

interface Options {
  readonly connector: string;
  readonly url?: string;
  readonly schema?: string;
  readonly runs: string;
  readonly seed: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .description('Judge a plugin by the laws of what it serves and by what it declares')
    .argument('<file>', 'the .wasm file, or the folder of a plugin')
    .option('--connector <kind>', 'sqlite or postgres', 'sqlite')
    .option('--url <url>', 'of the PostgreSQL server')
    .option('--schema <name>', 'on the PostgreSQL server', 'remit_conformance')
    .option('--runs <number>', 'random inputs of each law', '20')
    .option('--seed <number>', 'of the random inputs', '1')
    .option('--json', 'for machines: the report as JSON')
    .addHelpText('after', help)
    .action(async (file: string, options: Options) => {
      const connector = connectorOf(options);
      const [runs, seed] = [natural('runs', options.runs), natural('seed', options.seed)];
      const { renderConformance, testPlugin } = await import('../../testing/conformance/index.ts');
      const report = await testPlugin({ component: await componentOf(file), connector, runs, seed });
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderConformance(report));
      if (!report.conforms) process.exitCode = exitCode.diagnostics;
    });
}

async function componentOf(file: string): Promise<string> {
  const { stat } = await import('node:fs/promises');
  const found = await stat(file).catch(() => undefined);
  if (!found?.isDirectory()) return file;
  const { buildPlugin } = await import('../../host/build/index.ts');
  return (await buildPlugin(file)).file;
}

function connectorOf({ connector, url, schema }: Options) {
  if (connector === 'sqlite') return { kind: 'sqlite' } as const;
  if (connector !== 'postgres') throw misused(`There is no connector ${connector}: sqlite or postgres.`);
  if (url === undefined) throw misused('The connector postgres needs --url.');
  return { kind: 'postgres', url, ...(schema !== undefined && { schema }) } as const;
}

function natural(name: string, text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  throw misused(`--${name} is a number, and not ${text}.`);
}

function misused(message: string): DiagnosticsError {
  return new DiagnosticsError([{ code: 'RMT6004', message, mend: 'remit plugin test --help' }]);
}
