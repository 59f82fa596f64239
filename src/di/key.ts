import { RemitError } from '../errors/index.ts';

/** UTF-8 bytes of the longest key or name: PostgreSQL's index rows hold no more than some 2,700. */
const longestKey = 1024;

const unstorable = /[\0\p{Surrogate}]/u;

/**
 * Checks that every store can keep a key or name unchanged: lone surrogates would become U+FFFD on their way into a
 * component, and PostgreSQL's text holds no NUL. Callers are told, since keys come from them as a rule: the resource
 * is named by the span of the operation, and not here.
 * @throws RemitError RMT3014
 */
export function assertKey(key: unknown): asserts key is string {
  if (typeof key === 'string' && key !== '' && isShort(key) && !unstorable.test(key)) return;
  throw new RemitError(
    'RMT3014',
    `A key or name is a string of 1 to ${longestKey} bytes of UTF-8, without NUL and lone surrogates.`,
  );
}

/** Few keys are so long that their bytes have to be counted. */
function isShort(key: string): boolean {
  return key.length * 3 <= longestKey || Buffer.byteLength(key) <= longestKey;
}
