import { type Entry, problem } from '../entry.ts';

/** RMT4xxx. */
export const httpErrors = {
  RMT4000: problem('placeholder', 'placeholder'),
} as const satisfies Record<string, Entry>;
