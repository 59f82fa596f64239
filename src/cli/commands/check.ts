import type { Command } from 'commander';

const help = `
Imports the application without starting it and reports all mistakes at once. Names of new events and services are
added to remit.lock; with --frozen, or where CI=true is set, a lock that would change is a mistake instead.

Example:
  remit check app.ts --env prod

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load.`;

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .option('--env <name>', "judge this environment's bindings only")
    .option('--frozen', 'never write remit.lock')
    .option('--json', 'for machines: the diagnostics as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: Options) => {
      const { checkApplication } = await import('../check-application.ts');
      await checkApplication(app, options);
    });
}

interface Options {
  readonly env?: string;
  readonly frozen?: boolean;
  readonly json?: boolean;
}
