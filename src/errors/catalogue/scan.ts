import { type Entry, problem } from '../entry.ts';

/** RMT1xxx. */
export const scanErrors = {
  RMT1090: problem(
    'only() was given something else than a resource',
    'There are no operations to choose from, so nothing could be granted.',
  ),
} as const satisfies Record<string, Entry>;
