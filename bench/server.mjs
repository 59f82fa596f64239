import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a process pinned to one processor and waits for the port it prints. */
export async function serve(processor, args, { env = {}, pattern = /(?:listening |:)(\d{4,5})\b/ } = {}) {
  const started = performance.now();
  const child = spawn('taskset', ['-c', String(processor), process.execPath, ...args], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const port = pattern.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return {
      port,
      pid: child.pid,
      milliseconds: performance.now() - started,
      async stop() {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const forced = setTimeout(() => child.kill('SIGKILL'), 5000);
        await ended;
        clearTimeout(forced);
      },
    };
  }
  throw new Error(`${args.join(' ')} ended before it listened`);
}
