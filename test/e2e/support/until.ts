import { setTimeout } from 'node:timers/promises';

/** Resolves with what `look` finds, as soon as it finds something; fails after a minute. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(10);
  }
  throw new Error(`waited in vain for ${what}`);
}
