import { Broken } from '../law.ts';

/** @throws Broken when `found` are not the bytes that were `stored`. */
export function same(
  what: string,
  operation: string,
  stored: Uint8Array | undefined,
  found: Uint8Array | undefined,
): void {
  const alike = stored && found ? Buffer.compare(stored, found) === 0 : stored === found;
  if (!alike)
    throw new Broken(`${what}: expected ${described(stored)}, found ${described(found)}`, operation);
}

/** @throws Broken with `sentence` and what was expected and found when they differ. */
export function equal(what: string, operation: string, expected: unknown, found: unknown): void {
  if (expected !== found)
    throw new Broken(`${what}: expected ${String(expected)}, found ${String(found)}`, operation);
}

function described(value: Uint8Array | undefined): string {
  if (value === undefined) return 'nothing';
  const start = Buffer.from(value.subarray(0, 8)).toString('hex');
  return value.length === 0 ? '0 bytes' : `${value.length} bytes (${start}${value.length > 8 ? '…' : ''})`;
}
