const nanoseconds = 1_000_000_000;

/** Seconds and nanoseconds, as the SDK counts, of milliseconds since 1970. */
export function hrTime(milliseconds: number): [number, number] {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = Math.round((milliseconds - seconds * 1000) * 1_000_000);
  return rest >= nanoseconds ? [seconds + 1, 0] : [seconds, rest];
}
