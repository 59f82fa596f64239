import type { Command } from 'commander';

const help = `
The model is everything the application declares: units, services, handlers, events, resources, needs, routes,
schedules and bindings, each with file and line. It is JSON either way; --json leaves out the indentation.

Example:
  remit manifest app.ts --json | jq '.services[].handlers[].name'

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load.`;

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .option('--json', 'for machines: one line, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, { json }: { readonly json?: boolean }) => {
      const { openApplication } = await import('../application.ts');
      const { readLock } = await import('../lock.ts');
      const { scan } = await import('../../scan/index.ts');
      const { application, sources, root } = await openApplication(app);
      const { model } = scan(application, sources, readLock(root));
      process.stdout.write(`${JSON.stringify(model, null, json ? 0 : 2)}\n`);
    });
}
