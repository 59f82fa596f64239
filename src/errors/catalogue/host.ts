import { type Entry, problem } from '../entry.ts';

/** RMT2xxx. */
export const hostErrors = {
  RMT2000: problem('placeholder', 'placeholder'),
} as const satisfies Record<string, Entry>;
