import type { Command } from 'commander';

const help = `
remit.lock holds the names of events and services, so that a rename is noticed before stored events are lost. Names are
added by remit check and removed by this command only: run it after you removed an event or service on purpose.

Example:
  remit lock app.ts && git diff remit.lock

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load or write.`;

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .addHelpText('after', help)
    .action(async (app: string | undefined) => {
      const { openApplication } = await import('../application.ts');
      const { differences, lockOf, readLock, writeLock } = await import('../lock.ts');
      const { scan } = await import('../../scan/index.ts');
      const { application, sources, root } = await openApplication(app);
      const names = lockOf(scan(application, sources).model);
      const changed = differences(readLock(root), names);
      if (changed.length > 0) writeLock(root, names);
      process.stdout.write(
        changed.length > 0 ? `remit.lock: ${changed.join(', ')}\n` : 'remit.lock: no change\n',
      );
    });
}
