import { createHash, randomFillSync } from 'node:crypto';

/** Random hex digits one id takes. */
const digits = 19;
const bytes = Buffer.allocUnsafe(digits * 150);
let pool = '';
let next = 0;
let stampedAt = -1;
let stamp = '';

function compose(stem: string, version: string, random: string, at: number): string {
  const variant = '89ab'.charAt(random.charCodeAt(at + 3) & 3);
  return `${stem}-${version}${random.slice(at, at + 3)}-${variant}${random.slice(at + 4, at + 7)}-${random.slice(at + 7, at + digits)}`;
}

/** A fresh UUIDv7; randomness is drawn in bulk, because one draw costs more than a whole dispatch. */
export function eventId(now: number): string {
  if (now !== stampedAt) {
    stampedAt = now;
    const milliseconds = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0');
    stamp = `${milliseconds.slice(0, 8)}-${milliseconds.slice(8, 12)}`;
  }
  if (next + digits > pool.length) {
    randomFillSync(bytes);
    pool = bytes.toString('hex');
    next = 0;
  }
  const at = next;
  next += digits;
  return compose(stamp, '7', pool, at);
}

/**
 * The id (UUIDv8) of the `index`th event that `handler` sends for the event `cause`: the same each time, so that a
 * repeated idempotency key publishes once.
 */
export function derivedEventId(cause: string, handler: string, index: number): string {
  const digest = createHash('sha256').update(`${cause}\n${handler}\n${index}`).digest('hex');
  return compose(`${digest.slice(20, 28)}-${digest.slice(28, 32)}`, '8', digest, 0);
}
