import { commands } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { failure } from './failure.ts';
import { buildProgram } from './program.ts';
import { report } from './report.ts';

export { failure } from './failure.ts';

/** Runs one command and resolves with its exit code. Whatever goes wrong ends as rendered, coded errors. */
export async function run(argv: readonly string[]): Promise<number> {
  report.json = argv.includes('--json');
  report.command = argv.find((argument) => Object.hasOwn(commands, argument)) ?? '';
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output, such as `head`, has had enough of it.
    process.exit(error.code === 'EPIPE' ? exitCode.ok : failure(error));
  });
  process.on('uncaughtException', (thrown) => void end(thrown));
  try {
    const program = await buildProgram(argv, commands);
    await program.parseAsync(argv.length > 0 ? [...argv] : ['--help'], { from: 'user' });
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    return failure(error);
  }
}

async function end(thrown: unknown): Promise<void> {
  try {
    // Loaded with an application; until then help is printed without what it needs.
    const { lastError } = await import('./last-error.ts');
    await lastError(thrown);
  } catch {
    process.exit(failure(thrown));
  }
}
