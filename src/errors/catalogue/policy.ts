import { type Entry, problem } from '../entry.ts';

/** RMT5xxx. */
export const policyErrors = {
  RMT5000: problem('placeholder', 'placeholder'),
} as const satisfies Record<string, Entry>;
