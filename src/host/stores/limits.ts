import { RemitError } from '../../errors/index.ts';

/** Bytes of the largest value. */
const largestValue = 16 * 1024 * 1024;

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
