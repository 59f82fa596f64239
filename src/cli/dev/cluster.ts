import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';
import type { Listening } from '../launch/settings.ts';
import type { Message } from './message.ts';
import type { AppProcess, Ending } from './process.ts';

/** What a process under `remit dev` is told, as JSON in `REMIT_DEV`. */
export interface Assignment {
  readonly file: string;
  readonly environment: string;
  readonly at: Listening;
  /** Used where the key that verifies tokens is not set. */
  readonly secret: string;
}

/** Starts processes that share one listening port, so that no connection is refused while one follows another. */
export function launchWorkers(assignment: Assignment): () => AppProcess {
  cluster.setupPrimary({ exec: fileURLToPath(new URL('./worker.js', import.meta.url)), args: [] });
  return () => new ClusterProcess(cluster.fork({ REMIT_DEV: JSON.stringify(assignment) }));
}

class ClusterProcess implements AppProcess {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  on(event: 'message', listener: (message: Message) => void): void;
  on(event: 'exit', listener: (ending: Ending) => void): void;
  on(event: 'message' | 'exit', listener: ((message: Message) => void) & ((ending: Ending) => void)): void {
    if (event === 'message') this.#worker.on('message', listener);
    else this.#worker.on('exit', (code, signal) => listener({ code, signal }));
  }

  retire(): void {
    if (this.#worker.isConnected()) this.#worker.send('retire');
  }

  stop(): void {
    this.#worker.process.kill('SIGTERM');
  }

  kill(): void {
    this.#worker.process.kill('SIGKILL');
  }
}
