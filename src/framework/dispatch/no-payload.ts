import { RemitError } from '../../errors/index.ts';
import type { Payload } from '../../validation/index.ts';

const nothing = Object.freeze({});

function onlyNothing(plain: unknown): object {
  if (
    plain === undefined ||
    (typeof plain === 'object' && plain !== null && Object.keys(plain).length === 0)
  ) {
    return nothing;
  }
  throw new RemitError('RMT3021', 'This handler takes no payload.', { details: { violations: [] } });
}

/** The payload of a handler that only a schedule sends to. */
export const noPayload: Payload = {
  parse: onlyNothing,
  parseText: onlyNothing,
  fromText: (_property, text) => text,
  check: onlyNothing,
  toPlain: () => ({}),
};

/** The payload of the facts Remit sends itself: never sent from outside, and right by construction. */
export const factPayload: Payload = {
  parse: (plain) => plain as object,
  parseText: (plain) => plain,
  fromText: (_property, text) => text,
  check: (value) => value as object,
  toPlain: (value) => ({ ...value }),
};
