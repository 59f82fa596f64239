import type { Command } from 'commander';

const help = `
Runs the application and watches its sources. After a change a new process starts on the same port; the old one serves
until the new one does, and goes on serving when the new one finds mistakes. A process that crashes is started again.

Listens on PORT (default 3000; 0 takes any free one) of HOST (default 127.0.0.1). Data of the embedded database goes to
REMIT_DATA (default .remit/data). Where the key that verifies tokens is not set, one is made up for this run.

Example:
  PORT=8080 remit dev app.ts

Exit codes: 0 stopped, 2 wrong usage, 3 could not start.`;

interface Options {
  readonly env: string;
  readonly port?: string;
}

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .option('--env <name>', 'the environment', 'dev')
    .option('--port <number>', 'the port, whatever PORT says')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: Options) => {
      const { develop } = await import('../dev/develop.ts');
      await develop(app, options);
    });
}
