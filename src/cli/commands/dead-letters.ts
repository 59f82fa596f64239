import type { Command } from 'commander';

const help = `
A dead letter is an event that one of its handlers failed for good. It stays until it is replayed, which delivers it to that
handler again, or dropped. The application may run meanwhile: it delivers what is replayed within two seconds. Otherwise
its next start does. The event log is the one in REMIT_DATA (default .remit/data).

Examples:
  remit dead-letters                  list those there are, the oldest first; with --json, with their payloads
  remit dead-letters replay 3
  remit dead-letters drop 3

Exit codes: 0 ok, 1 no letter of this number, 2 wrong usage, 3 the event log cannot be used.`;

interface Options {
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command.addHelpText('after', help);
  command
    .command('list', { isDefault: true })
    .description('List dead letters, the oldest first')
    .argument('[app]', 'the file that exports the application')
    .option('--json', 'for machines: the letters with their payloads')
    .action(async (app: string | undefined, { json }: Options) => {
      const { listDeadLetters } = await import('../dead-letters.ts');
      await listDeadLetters(app, json);
    });
  for (const [verb, does] of [
    ['replay', 'Deliver a letter again to the handler that failed it'],
    ['drop', 'Delete a letter'],
  ] as const) {
    command
      .command(verb)
      .description(does)
      .argument('<number>', 'the number of the letter')
      .argument('[app]', 'the file that exports the application')
      .action(async (number: string, app: string | undefined) => {
        const { settleDeadLetter } = await import('../dead-letters.ts');
        await settleDeadLetter(verb, number, app);
      });
  }
}
