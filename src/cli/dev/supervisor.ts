import { Backoff } from './backoff.ts';
import type { Message, Refusal } from './message.ts';
import type { AppProcess, Ending } from './process.ts';
import type { SourceWatch } from './watch.ts';

export interface SupervisorOptions {
  launch(): AppProcess;
  watch(onChange: () => void): SourceWatch;
  say(text: string): void;
}

/** Milliseconds in which a new process says something: that it serves, what it loaded, or what is wrong. */
const silence = 20_000;
/** Milliseconds in which processes that were asked to end do so. */
const patience = 10_000;

/** Why the supervisor is done: it was stopped, or the application cannot start here. */
export type Outcome = 'stopped' | 'refused';

interface Starting {
  readonly process: AppProcess;
  readonly since: number;
  refusal?: Refusal;
  /** Set when it was killed because it said nothing. */
  hung?: boolean;
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
  #retry: NodeJS.Timeout | undefined;
  #limit: NodeJS.Timeout | undefined;
  #end: NodeJS.Timeout | undefined;
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
        for (const timer of [this.#retry, this.#limit, this.#end]) clearTimeout(timer);
        resolve(outcome);
      };
      this.#launch();
    });
  }

  /** Ends all processes and then `run`, within ten seconds; the second call does so at once. */
  stop(): void {
    const force = this.#stopping;
    this.#stopping = true;
    for (const timer of [this.#retry, this.#limit]) clearTimeout(timer);
    for (const process of this.#alive) {
      if (force || process === this.#starting?.process) process.kill();
      else process.stop();
    }
    this.#end ??= setTimeout(() => this.#killAll(), patience);
    if (this.#alive.size === 0) this.#settle('stopped');
  }

  #killAll(): void {
    for (const process of this.#alive) process.kill();
  }

  /** A process that starts runs what is no longer so, and may never come to an end of it. */
  #change(): void {
    if (this.#stopping) return;
    this.#starting?.process.kill();
    this.#launch();
  }

  #launch(): void {
    clearTimeout(this.#retry);
    const process = this.#options.launch();
    this.#starting = { process, since: Date.now() };
    this.#alive.add(process);
    this.#expectWord(this.#starting);
    process.on('message', (message) => this.#hear(process, message));
    process.on('exit', (ending) => this.#ended(process, ending));
  }

  #expectWord(starting: Starting): void {
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => {
      starting.hung = true;
      starting.process.kill();
    }, silence);
  }

  #hear(process: AppProcess, message: Message): void {
    if (message.kind === 'files') this.#watch.add(message.files);
    if (this.#starting?.process !== process) return;
    this.#expectWord(this.#starting);
    if (message.kind === 'refused') this.#starting.refusal = message.because;
    if (message.kind === 'serving') this.#takeOver(this.#starting, message.welcome);
  }

  #takeOver({ process, since }: Starting, welcome: string): void {
    this.#options.say(this.#everServed ? `restarted in ${Date.now() - since} ms` : welcome);
    this.#everServed = true;
    this.#starting = undefined;
    clearTimeout(this.#limit);
    const old = this.#serving;
    this.#serving = { process, since: Date.now() };
    old?.process.retire();
  }

  #ended(process: AppProcess, ending: Ending): void {
    this.#alive.delete(process);
    if (this.#stopping) {
      if (this.#alive.size === 0) this.#settle('stopped');
    } else if (this.#starting?.process === process) this.#failed(this.#starting, ending);
    else if (this.#serving?.process === process) this.#crashed(Date.now() - this.#serving.since, ending);
  }

  #failed({ refusal, hung }: Starting, ending: Ending): void {
    this.#starting = undefined;
    clearTimeout(this.#limit);
    if (!this.#everServed && refusal === 'surroundings') return this.#settle('refused');
    if (!this.#serving && this.#everServed && refusal !== 'application' && !hung)
      return this.#again(0, ending);
    const how = refusal === undefined ? `${hung ? endless : ended(ending)} ` : '';
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

const endless =
  `The new process was killed: it said nothing for ${silence / 1000} seconds. ` +
  'Where modules are imported there may be an endless loop, or an await that never ends.';

function ended(ending: Ending): string {
  return `The new process ended while it started (${words(ending)}).`;
}

function words({ code, signal }: Ending): string {
  return signal === null ? `exit code ${code}` : signal;
}
