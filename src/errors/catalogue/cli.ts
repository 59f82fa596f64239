import { type Entry, problem } from '../entry.ts';

/** RMT6xxx. */
export const cliErrors = {
  RMT6000: problem('placeholder', 'placeholder'),
} as const satisfies Record<string, Entry>;
