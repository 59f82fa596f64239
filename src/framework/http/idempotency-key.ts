import { derivedEventId } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import type { Actor } from '../../model/index.ts';

const visible = /^[\x21-\x7e]{1,128}$/;

/** What of a request tells it from another one with the same key. */
export interface Repeatable {
  readonly url: string;
  /** Validated by now, so that it nests within bounds. */
  readonly body: unknown;
}

/** The key of an `Idempotency-Key` header, with or without the quotes of its draft standard. @throws RemitError RMT4008 */
export function idempotencyKeyOf(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string') {
    const bare =
      header.length > 2 && header.startsWith('"') && header.endsWith('"') ? header.slice(1, -1) : header;
    if (visible.test(bare)) return bare;
  }
  throw new RemitError('RMT4008', 'Idempotency-Key: send a UUID, or 1 to 128 visible ASCII characters.');
}

/**
 * The id of the event that a request with a key becomes: the same when the same caller repeats the same request, and
 * another for everyone and everything else. The bus takes an id once, so a key alone would let one caller's request
 * swallow the events of another's.
 */
export function repeatableId(
  key: string,
  handler: string,
  actor: Actor | undefined,
  { url, body }: Repeatable,
): string {
  const cause = JSON.stringify([key, actor?.tenant ?? null, actor?.subject ?? null, url, body ?? null]);
  return derivedEventId(cause, handler, 0);
}
