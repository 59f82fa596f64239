import type { Command } from 'commander';

const help = `
DIR holds plugin.json, which says the language, and the sources. The component goes to dist/plugins/NAME/NAME.wasm beside the nearest package.json;
nothing is done when the same sources were built before.

Example:
  remit plugin build plugins/sql

Exit codes: 0 ok, 2 wrong usage, 3 could not build.`;

interface Options {
  readonly output?: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .description('Make a WebAssembly component of a plugin in TypeScript, Rust or C')
    .argument('<dir>', 'the folder of the plugin')
    .option('--output <folder>', 'where NAME/NAME.wasm goes')
    .option('--json', 'for machines: name, file and digest')
    .addHelpText('after', help)
    .action(async (directory: string, { output, json }: Options) => {
      const { buildPlugin } = await import('../../host/build/index.ts');
      const built = await buildPlugin(directory, output === undefined ? {} : { output });
      const { relative } = await import('node:path');
      const file = relative(process.cwd(), built.file);
      const text = `${built.name}: ${file} ${built.fresh ? 'is up to date' : 'built'} (sha256 ${built.digest})`;
      process.stdout.write(`${json ? JSON.stringify(built) : text}\n`);
    });
}
