/** Milliseconds since 1970 at `performance.now() === 0`. */
let origin = performance.timeOrigin;

/** The difference from which a clock that was set, or a machine that slept, is followed. */
const tolerated = 50;

/** The wall-clock time, in milliseconds since 1970, of a moment of `performance.now()`. */
export function wallTime(moment: number): number {
  return origin + moment;
}

/** The moment of `performance.now()` of a wall-clock time. */
export function momentOf(time: number): number {
  return time - origin;
}

/** Follows the wall clock; called off the hot path. */
export function followWallClock(): void {
  const now = Date.now() - performance.now();
  if (Math.abs(now - origin) > tolerated) origin = now;
}
