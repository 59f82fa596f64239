import { RemitError } from '../../errors/index.ts';

/** UTF-8 bytes of the longest key or name: PostgreSQL's index rows hold no more than some 2,700. */
const longestKey = 1024;

/** Bytes of the largest value. */
const largestValue = 16 * 1024 * 1024;

/** @throws RemitError RMT3014 when a key cannot be written everywhere. */
export function checkKey(resource: string, key: string): void {
  if (key.length > 0 && (key.length * 3 <= longestKey || Buffer.byteLength(key) <= longestKey)) return;
  throw new RemitError('RMT3014', `A key or name in ${resource} has 1 to ${longestKey} bytes of UTF-8.`, {
    details: { resource },
  });
}

/** @throws RemitError RMT2066 when a value is larger than what passes through a plugin. */
export function checkValue(resource: string, value: Uint8Array): void {
  if (value.byteLength <= largestValue) return;
  throw new RemitError(
    'RMT2066',
    `A value in ${resource} has ${value.byteLength} bytes; 16 MiB is the most.`,
    {
      details: { resource, largest: largestValue },
    },
  );
}
