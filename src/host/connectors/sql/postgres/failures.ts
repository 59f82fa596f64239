import { SqlFailure } from '../failure.ts';

/** `connect`: nothing of the statement was sent. `run`: it may have reached the server. */
export type Phase = 'connect' | 'run';

/** The SQLSTATE of an error the server sent; `undefined` when something else went wrong. */
function stateOf(error: unknown): string | undefined {
  const { severity, code } = error as { readonly severity?: unknown; readonly code?: unknown };
  return severity !== undefined && typeof code === 'string' ? code : undefined;
}

/** Whether the connection is gone: by the network, or because the server ended it. */
export function isBroken(error: unknown): boolean {
  const state = stateOf(error);
  return state === undefined || /^(08|57P0)/u.test(state);
}

/** What pg threw, as a failure that names the server and holds neither values nor credentials. */
export function postgresFailure(error: unknown, phase: Phase, server: string): SqlFailure {
  if (error instanceof SqlFailure) return error;
  return phase === 'connect' ? connecting(error, server) : running(error, server);
}

function connecting(error: unknown, server: string): SqlFailure {
  const state = stateOf(error);
  // The SCRAM exchange fails with plain errors, for which pg has no code.
  const noPassword = state === undefined && error instanceof Error && error.message.startsWith('SASL');
  if (state !== undefined && /^(22023|42501)$/u.test(state)) {
    return new SqlFailure(
      'refused',
      'RMT2054',
      `${server} does not let the login act as its role: make it with remit policy, and GRANT it to the login`,
    );
  }
  if (noPassword || (state !== undefined && /^(28|3D|22|42)/u.test(state))) {
    return new SqlFailure(
      'refused',
      'RMT2054',
      `${server} refused the login: check user, password and database`,
    );
  }
  if (state?.startsWith('53')) {
    return new SqlFailure('unavailable', 'RMT2058', `${server} has no connection left`);
  }
  return new SqlFailure('unavailable', 'RMT2053', `${server} cannot be reached`);
}

function running(error: unknown, server: string): SqlFailure {
  if (isBroken(error)) {
    return new SqlFailure(
      'unavailable',
      'RMT2060',
      `the connection to ${server} broke; whether it took effect is not known`,
    );
  }
  const state = stateOf(error) ?? '';
  if (state === '42501') return new SqlFailure('refused', 'RMT2055', `${server} denied it to this role`);
  if (/^(42P01|42883|3F000)$/u.test(state)) {
    return new SqlFailure('missing', 'RMT2056', `it was not provisioned on ${server}`);
  }
  if (/^(22|23)/u.test(state)) {
    return new SqlFailure('conflict', 'RMT2057', 'the stored value is not what the operation takes it for');
  }
  if (state === '53100') {
    return new SqlFailure('unavailable', 'RMT2070', `${server} cannot grow: its disk is full`);
  }
  if (/^(57014|55P03|40|53)/u.test(state)) {
    return new SqlFailure('unavailable', 'RMT2058', `${server} is too busy; nothing was changed`);
  }
  return new SqlFailure('other', 'RMT2059', `${server} failed (SQLSTATE ${state})`);
}
