import { Backoff } from './backoff.ts';
import type { Message, Refusal } from './message.ts';
import type { AppProcess, Ending } from './process.ts';
import type { SourceWatch } from './watch.ts';

export interface SupervisorOptions {
  launch(): AppProcess;
  watch(onChange: () => void): SourceWatch;
  say(text: string): void;
}

/** Why the supervisor is done: it was stopped, or the application cannot start here. */
export type Outcome = 'stopped' | 'refused';

interface Starting {
  readonly process: AppProcess;
  readonly since: number;
  refusal?: Refusal;
}

/**
 * Keeps an application running while its sources change. A new process takes over only when it serves; one that
 * cannot start leaves the old one serving. A process that crashes is started again, ever more slowly.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #watch: SourceWatch;
  readonly #backoff = new Backoff();
  readonly #alive = new Set<AppProcess>();
  #starting: Starting | undefined;
  #serving: { readonly process: AppProcess; readonly since: number } | undefined;
  #everServed = false;
  #changedMeanwhile = false;
  #retry: NodeJS.Timeout | undefined;
  #stopping = false;
  #settle: (outcome: Outcome) => void = () => {};

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#watch = options.watch(() => this.#change());
  }

  /** Starts the application and resolves when there is nothing left to supervise. */
  run(): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#settle = (outcome) => {
        this.#watch.close();
        clearTimeout(this.#retry);
        resolve(outcome);
      };
      this.#launch();
    });
  }

  /** Ends all processes and then `run`; the second call does so at once. */
  stop(): void {
    const force = this.#stopping;
    this.#stopping = true;
    clearTimeout(this.#retry);
    for (const process of this.#alive) {
      if (force) process.kill();
      else process.stop();
    }
    if (this.#alive.size === 0) this.#settle('stopped');
  }

  #change(): void {
    if (this.#stopping) return;
    if (this.#starting) this.#changedMeanwhile = true;
    else this.#launch();
  }

  #launch(): void {
    clearTimeout(this.#retry);
    this.#changedMeanwhile = false;
    const process = this.#options.launch();
    this.#starting = { process, since: Date.now() };
    this.#alive.add(process);
    process.on('message', (message) => this.#hear(process, message));
    process.on('exit', (ending) => this.#ended(process, ending));
  }

  #hear(process: AppProcess, message: Message): void {
    if (message.kind === 'files') this.#watch.add(message.files);
    if (this.#starting?.process !== process) return;
    if (message.kind === 'refused') this.#starting.refusal = message.because;
    if (message.kind === 'serving') this.#takeOver(this.#starting, message.welcome);
  }

  #takeOver({ process, since }: Starting, welcome: string): void {
    this.#options.say(this.#everServed ? `restarted in ${Date.now() - since} ms` : welcome);
    this.#everServed = true;
    this.#starting = undefined;
    const old = this.#serving;
    this.#serving = { process, since: Date.now() };
    old?.process.retire();
    if (this.#changedMeanwhile) this.#launch();
  }

  #ended(process: AppProcess, ending: Ending): void {
    this.#alive.delete(process);
    if (this.#stopping) {
      if (this.#alive.size === 0) this.#settle('stopped');
    } else if (this.#starting?.process === process) this.#failed(this.#starting, ending);
    else if (this.#serving?.process === process) this.#crashed(Date.now() - this.#serving.since, ending);
  }

  #failed({ refusal }: Starting, ending: Ending): void {
    this.#starting = undefined;
    if (this.#changedMeanwhile) return this.#launch();
    if (!this.#everServed && refusal === 'surroundings') return this.#settle('refused');
    if (!this.#serving && this.#everServed && refusal !== 'application') return this.#again(0, ending);
    const how = refusal === undefined ? `The new process ended while it started (${words(ending)}). ` : '';
    const what = this.#serving
      ? 'The version before goes on serving; waiting for a change.'
      : 'Waiting for a change.';
    this.#options.say(how + what);
  }

  #crashed(served: number, ending: Ending): void {
    this.#serving = undefined;
    if (!this.#starting) this.#again(served, ending);
  }

  #again(served: number, ending: Ending): void {
    const wait = this.#backoff.after(served);
    this.#options.say(`The application ended by itself (${words(ending)}). Starting it again in ${wait} ms.`);
    this.#retry = setTimeout(() => this.#launch(), wait);
  }
}

function words({ code, signal }: Ending): string {
  return signal === null ? `exit code ${code}` : signal;
}
