import { type Entry, problem } from '../entry.ts';

/** RMT3xxx. */
export const runErrors = {
  RMT3000: problem('placeholder', 'placeholder'),
} as const satisfies Record<string, Entry>;
