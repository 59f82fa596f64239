import { RemitError } from '../../errors/index.ts';

const visible = /^[\x21-\x7e]{1,128}$/;

/** The event id that an `Idempotency-Key` header asks for, with or without the quotes of its draft standard. */
export function eventIdOf(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string') {
    const bare =
      header.length > 2 && header.startsWith('"') && header.endsWith('"') ? header.slice(1, -1) : header;
    if (visible.test(bare)) return bare;
  }
  throw new RemitError('RMT4008', 'Idempotency-Key: send a UUID, or 1 to 128 visible ASCII characters.');
}
