import { type Command, Option } from 'commander';
import type { Language } from '../../host/build/index.ts';

const help = `
Writes plugins/NAME: a small, complete plugin that serves key-value resources from SQLite, with its deploy and manage
faces and a README that says how to go on. It builds and works as it is. Nothing that is there is written over.

Example:
  remit plugin new ranks --language rust

Exit codes: 0 ok, 2 wrong usage, 3 could not be written.`;

interface Options {
  readonly language: Language;
  readonly folder?: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .description('Write a small, complete plugin to start from')
    .argument('<name>', 'lower-case letters, digits and dashes')
    .addOption(
      new Option('--language <language>', 'what it is written in')
        .choices(['typescript', 'rust', 'c'])
        .default('typescript'),
    )
    .option('--folder <folder>', 'where it goes; default: plugins/NAME')
    .option('--json', 'for machines: name, folder and files')
    .addHelpText('after', help)
    .action(async (name: string, { language, folder, json }: Options) => {
      const { newPlugin } = await import('../../host/build/index.ts');
      const made = await newPlugin(name, language, folder ?? `plugins/${name}`);
      const { relative } = await import('node:path');
      const path = relative(process.cwd(), made.folder);
      const text = `${path}: ${made.files.length} files; next: remit plugin build ${path}`;
      process.stdout.write(`${json ? JSON.stringify(made) : text}\n`);
    });
}
