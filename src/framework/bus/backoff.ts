/** Milliseconds before the second try. */
const first = 250;
const factor = 4;
const longest = 5 * 60_000;

/** Milliseconds to wait after `attempt` failed: exponential, with half of it at random so that failures do not march in step. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(longest, first * factor ** (attempt - 1));
  return Math.round(full / 2 + (random() * full) / 2);
}
