import type { Command } from 'commander';
import type { InspectedInterface, PluginInspection } from '../../host/build/index.ts';

const help = `
Reads the component and runs nothing of it: what it offers, what it asks of the host, its size and digest.

Example:
  remit plugin inspect dist/plugins/sql/sql.wasm

Exit codes: 0 ok, 2 wrong usage, 3 could not be read.`;

export function configure(command: Command): void {
  command
    .description('Show what a component offers and asks for')
    .argument('<file>', 'the .wasm file')
    .option('--json', 'for machines')
    .addHelpText('after', help)
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      const { inspectPlugin } = await import('../../host/build/index.ts');
      const found = await inspectPlugin(file);
      process.stdout.write(json ? `${JSON.stringify(found)}\n` : inWords(found));
    });
}

function inWords({ file, size, digest, exports, imports }: PluginInspection): string {
  const kib = Math.round(size / 1024);
  return [
    `${file}, ${kib} KiB, sha256 ${digest}`,
    '',
    'offers',
    ...list(exports),
    '',
    'asks for',
    ...list(imports),
    '',
  ].join('\n');
}

function list(interfaces: readonly InspectedInterface[]): string[] {
  if (interfaces.length === 0) return ['  nothing'];
  const width = Math.max(...interfaces.map(({ name }) => name.length));
  return interfaces.map(({ name, words }) => `  ${name.padEnd(width)}  ${words}`);
}
