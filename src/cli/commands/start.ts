import type { Command } from 'commander';

const help = `
Listens on PORT (default 3000; 0 takes any free one) of HOST (default 0.0.0.0). Data of the embedded database goes to
REMIT_DATA (default .remit/data). SIGTERM or SIGINT stops it: nothing new is accepted, what runs is finished, telemetry
is handed over. A second signal ends it at once.

With --unit it is one process of several: only that unit's services, routes and schedules run here. Start each unit on
one machine with the same REMIT_DATA: the event log there carries events between them.

Example:
  DATABASE_URL=postgres://… remit start app.ts --env prod

Exit codes: 0 stopped, 1 mistakes found, 2 wrong usage, 3 could not start, 128 and more: ended by a second signal.`;

interface Options {
  readonly env: string;
  readonly unit?: string;
  readonly port?: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .requiredOption('--env <name>', 'the environment to start')
    .option('--unit <name>', 'the services of this unit alone; default: of all units')
    .option('--port <number>', 'the port, whatever PORT says')
    .option('--json', 'for machines: the address as JSON, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: Options) => {
      const { startApplication } = await import('../start-application.ts');
      await startApplication(app, options);
    });
}
