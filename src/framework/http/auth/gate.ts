import { RemitError } from '../../../errors/index.ts';
import type { Actor, HandlerModel } from '../../../model/index.ts';
import { admit } from '../../../permissions/index.ts';
import type { Headers } from '../respond.ts';
import type { Authenticator } from './authenticator.ts';

/** Stands before a handler that not everyone may send to. */
export interface Gate {
  /**
   * The caller, when it may send.
   * @throws RemitError RMT3027 or RMT4010 (401), RMT3028 (403).
   */
  admit(authorization: string | undefined): Promise<Actor>;
  /** The `WWW-Authenticate` header that goes with an error of `admit`. */
  challenge(error: unknown): Headers;
}

const plain = ['www-authenticate', 'Bearer'];
const invalid = ['www-authenticate', 'Bearer error="invalid_token"'];

/** Compiles the gate of one handler. Without an authenticator nobody gets in. */
export function compileGate(handler: HandlerModel, auth: Authenticator | undefined): Gate {
  const { access, name } = handler;
  const scopes = access?.kind === 'authenticated' ? access.scopes : [];
  const insufficient = ['www-authenticate', `Bearer error="insufficient_scope", scope="${quotable(scopes)}"`];
  return {
    async admit(authorization) {
      if (auth === undefined) throw new RemitError('RMT3027', 'This needs a bearer token.');
      const actor = await auth.authenticate(authorization);
      admit(name, access, actor);
      return actor;
    },
    challenge(error) {
      if (!(error instanceof RemitError)) return [];
      if (error.code === 'RMT3027') return plain;
      if (error.code === 'RMT4010') return invalid;
      return error.code === 'RMT3028' ? insufficient : [];
    },
  };
}

function quotable(scopes: readonly string[]): string {
  return scopes.map((scope) => scope.replaceAll(/[^\x21\x23-\x5b\x5d-\x7e]/g, '')).join(' ');
}
