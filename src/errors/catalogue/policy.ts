import { type Entry, problem } from '../entry.ts';

/** RMT5xxx: policies. */
export const policyErrors = {
  RMT5001: problem(
    'A deploy face asks for a grant that no policy may hold',
    'The policy would give the application more than the operation needs, or run text of the plugin as the owner of the database.',
  ),
  RMT5002: problem(
    'No deploy face answers for this target',
    'Without it nobody knows which rights the operation needs, and a policy that guesses is either too wide or breaks the application.',
  ),
} as const satisfies Record<string, Entry>;
