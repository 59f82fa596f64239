import type { Command } from 'commander';

const help = `
Starts the application without its HTTP server, sends it the event and prints the reply events, one a line. Who may send
is judged as it is for HTTP. An event with any number of handlers is accepted by the bus and answered by nobody; the next
start delivers what this one did not get to.

Examples:
  remit send PlaceOrder '{"id":"6f1e0e0a-3c1b-4d4c-9a51-0d7a3c1f2b10","quantity":2}'
  remit send app.ts CancelOrder '{"id":"6f1e0e0a-3c1b-4d4c-9a51-0d7a3c1f2b10"}' --token "$TOKEN"

Exit codes: 0 ok, 1 refused or failed, 2 wrong usage, 3 could not start.`;

interface Options {
  readonly env: string;
  readonly token?: string;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .usage('[options] [app] <event> [json]')
    .argument('<words...>', 'the application (default: the usual file), the event, its payload (default: {})')
    .option('--env <name>', 'the environment', 'dev')
    .option('--token <jwt>', 'proves who sends')
    .option('--json', 'for machines: receipt and reply as JSON, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (words: readonly string[], options: Options) => {
      const { sendEvent } = await import('../send-event.ts');
      await sendEvent(words, options);
    });
}
