import type { Command } from 'commander';
import { configure as configureBuild } from './plugin-build.ts';
import { configure as configureInspect } from './plugin-inspect.ts';
import { configure as configureNew } from './plugin-new.ts';
import { configure as configureTest } from './plugin-test.ts';

const help = `
Examples:
  remit plugin new ranks --language rust
  remit plugin build plugins/sql
  remit plugin inspect dist/plugins/sql/sql.wasm
  remit plugin test plugins/sql

Exit codes: 0 ok, 1 does not conform, 2 wrong usage, 3 could not be written, built or read.`;

export function configure(command: Command): void {
  command.addHelpText('after', help);
  configureNew(command.command('new').summary('write a small, complete plugin to start from'));
  configureBuild(command.command('build').summary('make a component of a plugin in TypeScript, Rust or C'));
  configureTest(command.command('test').summary('judge a plugin by laws and by what it declares'));
  configureInspect(command.command('inspect').summary('show what a component offers and asks for'));
}
