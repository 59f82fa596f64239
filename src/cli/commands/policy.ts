import { type Command, Option } from 'commander';
import type { PolicyOptions } from '../policy/print-policy.ts';

const help = `
Prints the statements that give each principal just what its code asks for, out of the model and the deploy faces of the
plugins that the environment binds. Nothing is connected to. A principal is a unit, one process, unless --per makes it
finer; where a running process cannot be held to the finer document, the document says so.

Examples:
  remit policy app.ts --env prod --target postgres | psql "$OWNER_URL"
  remit policy app.ts --env prod --target postgres --why     who asked for each statement, with file and line

Targets: postgres. Run its document as the owner of the schema, after remit provision. On SQLite there is nobody to grant
anything to: one process opens one file, and the guard inside the process is all there is.

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load.`;

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .requiredOption('--env <name>', 'the environment')
    .addOption(
      new Option('--target <name>', 'where the statements apply').choices(['postgres']).makeOptionMandatory(),
    )
    .addOption(
      new Option('--per <granularity>', 'one principal for each')
        .choices(['unit', 'service', 'handler'])
        .default('unit'),
    )
    .option('--why', 'each statement with everyone who asked for it')
    .option('--json', 'for machines: statements and reasons, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: PolicyOptions) => {
      const { printPolicy } = await import('../policy/print-policy.ts');
      await printPolicy(app, options);
    });
}
