import { constants } from 'node:os';

const ending = ['SIGTERM', 'SIGINT'] as const;
/** Milliseconds in which a process whose stop failed may still say why. */
const lastWords = 1000;

/**
 * Runs until SIGTERM or SIGINT, then stops and ends the process with 0; rejects when stopping fails. A second signal
 * ends it at once, with 128 and the signal's number, as a shell would say it.
 */
export function stopOnSignal(stop: () => Promise<void>): Promise<never> {
  return new Promise((_, reject) => {
    let stopping = false;
    const onSignal = (signal: (typeof ending)[number]): void => {
      if (stopping) process.exit(128 + constants.signals[signal]);
      stopping = true;
      stop().then(
        () => process.exit(),
        (error: unknown) => {
          setTimeout(() => process.exit(), lastWords).unref();
          reject(error);
        },
      );
    };
    for (const signal of ending) process.on(signal, onSignal);
  });
}
