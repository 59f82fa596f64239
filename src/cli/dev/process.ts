import type { Message } from './message.ts';

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

/** One process that runs the application. */
export interface AppProcess {
  on(event: 'message', listener: (message: Message) => void): void;
  on(event: 'exit', listener: (ending: Ending) => void): void;
  /** Asks it to finish its work and end; `force` ends it at once. */
  stop(force?: boolean): void;
}
