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
  /** Another one has taken over: it gets no further connection, finishes what it has, and ends. */
  retire(): void;
  /** Asks it to finish what it has and end. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}
