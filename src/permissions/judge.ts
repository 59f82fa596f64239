import { RemitError } from '../errors/index.ts';
import type { AccessModel, Actor } from '../model/index.ts';

/** `unauthenticated`: prove who you are (401); `forbidden`: that does not help (403). */
export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden';

/** Judges one sender from outside, whichever way it came. Without a declared access nobody may. */
export function judge(access: AccessModel | undefined, actor: Actor | undefined): Verdict {
  if (access === undefined) return 'forbidden';
  if (access.kind === 'public') return 'allowed';
  if (actor === undefined) return 'unauthenticated';
  for (const scope of access.scopes) if (!actor.scopes.includes(scope)) return 'forbidden';
  return 'allowed';
}

/**
 * Like `judge`, for senders that answer with an error.
 * @throws RemitError RMT3027, or RMT3028 with the scopes that the caller lacks, as `details.missing` and in words.
 */
export function admit(handler: string, access: AccessModel | undefined, actor: Actor | undefined): void {
  switch (judge(access, actor)) {
    case 'allowed':
      return;
    case 'unauthenticated':
      throw new RemitError('RMT3027', `${handler} is for authenticated callers.`, { details: { handler } });
    case 'forbidden':
      throw forbidden(handler, access?.kind === 'authenticated' ? access.scopes : [], actor);
  }
}

function forbidden(handler: string, scopes: readonly string[], actor: Actor | undefined): RemitError {
  const missing = scopes.filter((scope) => actor?.scopes.includes(scope) !== true);
  const message =
    missing.length > 0
      ? `The caller does not hold ${missing.join(' ')}.`
      : `${handler} is not reachable from outside.`;
  return new RemitError('RMT3028', message, { details: { missing } });
}
