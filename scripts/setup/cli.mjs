import { spawn } from 'node:child_process';
import { cli, environment, node, root } from './paths.mjs';

const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;

/**
 * Runs the command line as if it had been called directly: its input and output, the folder it was called in,
 * signals and exit code. Resolves with the code.
 */
export function runCli(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [cli, ...args], {
      cwd: process.env.INIT_CWD ?? root,
      env: { ...environment, REMIT_COMMAND: 'npm run -s remit --' },
      stdio: 'inherit',
    });
    // A terminal sends SIGINT to the whole group, so the child has it already; what one process is sent is passed on.
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', (signal) => inTerminal || pass(signal));
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === null) return resolve(code);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}
