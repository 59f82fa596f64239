import type { Command } from 'commander';

const help = `
Lets each plugin create what its resources need: tables, and on PostgreSQL one function per operation. May be repeated.
The database user needs the right to create; the application itself, started later, does not.

Example:
  DATABASE_URL=postgres://owner:…@db/orders remit provision app.ts --env prod

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not provision.`;

interface Options {
  readonly env: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .requiredOption('--env <name>', 'the environment')
    .option('--json', 'for machines: the resources, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: Options) => {
      const { provisionApplication } = await import('../provision-application.ts');
      await provisionApplication(app, options);
    });
}
