import { Command } from 'commander';
import { DiagnosticsError } from '../errors/index.ts';
import type { commands } from './commands.ts';
import { nearest } from './nearest.ts';
import { sentence } from './usage.ts';
import { version } from './version.ts';

const outro = `
Examples:
  remit check app.ts       find every mistake before anything runs
  remit dev app.ts         run it, and run it again on every change
  remit manifest --json    the model, for other tools

APP is the file that exports the application; default: app.ts or src/app.ts.
Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load or start, 4 Remit failed.`;

/** The command line, with only those commands configured that `argv` may mean. */
export async function buildProgram(argv: readonly string[], table: typeof commands): Promise<Command> {
  const program = strict(new Command('remit'))
    .description('The type you inject is the permission you get.')
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', outro);
  for (const [name, [summary, load]] of Object.entries(table)) {
    const command = strict(program.command(name)).summary(summary).description(sentence(summary));
    command.helpOption('--help', 'print this help');
    if (argv.includes(name)) (await load()).configure(command);
    for (const inner of command.commands) strict(inner).helpOption('--help', 'print this help');
  }
  const first = argv.find((argument) => !argument.startsWith('-'));
  if (first !== undefined && first !== 'help' && !Object.hasOwn(table, first))
    throw unknownCommand(first, table);
  return program;
}

/** Commander throws instead of ending the process, and leaves the wording of mistakes to the report. */
function strict(command: Command): Command {
  return command.exitOverride().configureOutput({ outputError: () => undefined });
}

function unknownCommand(name: string, table: typeof commands): DiagnosticsError {
  const meant = nearest(name, Object.keys(table));
  return new DiagnosticsError([
    {
      code: 'RMT6003',
      message: `There is no command ${name}.`,
      mend: meant ? `remit ${meant}` : 'remit --help',
    },
  ]);
}
