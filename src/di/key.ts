import { RemitError } from '../errors/index.ts';

/** Characters of the longest key or name. */
const longestKey = 1024;

const storable = new RegExp(`^[^\\0\\p{Surrogate}]{1,${longestKey}}$`, 'su');

/**
 * Checks that every store can keep a key or name unchanged: lone surrogates would become U+FFFD on their way into a
 * component, and PostgreSQL's text holds no NUL.
 * @throws RemitError RMT3014
 */
export function assertKey(resource: string, key: unknown): asserts key is string {
  if (typeof key === 'string' && storable.test(key)) return;
  throw new RemitError(
    'RMT3014',
    `A key or name in ${resource} is a string of 1 to ${longestKey} characters, without NUL and lone surrogates.`,
    { details: { resource } },
  );
}
