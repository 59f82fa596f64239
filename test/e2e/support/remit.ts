import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** The repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
const own = join(root, 'dist/cli/main.js');

/** A file below this folder's `apps`. */
export const appFile = (name: string): string => fileURLToPath(new URL(`../apps/${name}`, import.meta.url));

export interface Settings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The command line to run; default: this repository's. */
  readonly main?: string;
}

/** The command line in a process of its own. */
export class Remit {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], { cwd = root, env = {}, main = own }: Settings = {}) {
    const clean = { PATH: process.env['PATH'], HOME: process.env['HOME'], HOST: '127.0.0.1', NO_COLOR: '1' };
    this.child = spawn(process.execPath, [main, ...args], { cwd, env: { ...clean, ...env } });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The address it serves at, as soon as it says so. */
  address(): Promise<string> {
    return until('the address', () => {
      if (this.ended) throw new Error(`it ended: ${this.stderr}`);
      return / serves at (http:\S+?),?\s/.exec(this.stdout)?.[1];
    });
  }

  /** The exit code, or the signal that ended it; all output has been read then. */
  async end(): Promise<number | string | null> {
    if (!this.ended) await once(this.child, 'close');
    return this.child.exitCode ?? this.child.signalCode;
  }

  async signal(signal: NodeJS.Signals): Promise<number | string | null> {
    this.child.kill(signal);
    return this.end();
  }
}

/** Processes and folders of one test, all gone after it. */
export class Stage {
  readonly #running: Remit[] = [];
  readonly #folders: string[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'remit-e2e-'));
    this.#folders.push(folder);
    return folder;
  }

  run(args: readonly string[], settings?: Settings): Remit {
    const remit = new Remit(args, settings);
    this.#running.push(remit);
    return remit;
  }

  async clear(): Promise<void> {
    for (const remit of this.#running.splice(0)) if (!remit.ended) await remit.signal('SIGKILL');
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
