import { commands } from './commands.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { diagnosticsOf, report, writeDiagnostics } from './report.ts';
import { buildProgram, usageOf } from './program.ts';

/**
 * Runs one command and resolves with its exit code. Whatever goes wrong ends as rendered, coded errors; a stack trace
 * is shown with REMIT_DEBUG=1 only.
 */
export async function run(argv: readonly string[]): Promise<number> {
  report.json = argv.includes('--json');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output, such as `head`, has had enough of it.
    process.exit(error.code === 'EPIPE' ? exitCode.ok : fail(error));
  });
  process.on('uncaughtException', (error) => {
    process.exit(fail(error));
  });
  try {
    const program = await buildProgram(argv, commands);
    await program.parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    return fail(error);
  }
}

function fail(error: unknown): number {
  const usage = usageOf(error);
  if (usage === 'shown') return exitCode.ok;
  const reason = usage ?? error;
  if (process.env['REMIT_DEBUG'] === '1') process.stderr.write(`${stackOf(error)}\n\n`);
  writeDiagnostics(diagnosticsOf(reason));
  return exitCodeOf(reason);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
