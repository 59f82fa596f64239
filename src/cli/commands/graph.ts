import { type Command, Option } from 'commander';

const help = `
Services with their handlers, events, replies, resources with the operations granted, and who sends from outside. Sorted,
so that two pictures differ only where the applications do.

Examples:
  remit graph app.ts                     Mermaid, which most code hosts draw in Markdown
  remit graph app.ts --svg > app.svg     a picture (needs the package @viz-js/viz)
  remit graph app.ts --json              nodes and edges, for other tools

Exit codes: 0 ok, 1 mistakes found, 2 wrong usage, 3 could not load.`;

interface Options {
  readonly svg?: boolean;
  readonly json?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[app]', 'the file that exports the application')
    .addOption(new Option('--mermaid', 'Mermaid text (default)').conflicts(['svg', 'json']))
    .addOption(new Option('--svg', 'an SVG document').conflicts('json'))
    .option('--json', 'for machines: nodes and edges, and mistakes as JSON')
    .addHelpText('after', help)
    .action(async (app: string | undefined, options: Options) => {
      const { scanApplication } = await import('../scan-application.ts');
      const { drawGraph, mermaid, svg } = await import('../graph/index.ts');
      const { scanned } = await scanApplication(app);
      const graph = drawGraph(scanned.model);
      if (options.json) process.stdout.write(`${JSON.stringify(graph)}\n`);
      else process.stdout.write(options.svg ? await svg(graph) : mermaid(graph));
    });
}
