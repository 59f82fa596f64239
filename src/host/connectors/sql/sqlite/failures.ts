import { basename } from 'node:path';
import { SqlFailure } from '../failure.ts';

/** Primary result codes of SQLite. */
const code = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  input: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  constraint: 19,
  mismatch: 20,
  denied: 23,
  noDatabase: 26,
} as const;

/** Extended codes of a write, a sync and the shared memory of a WAL that found no room: no plain `full` for them. */
const refusedWrites = [778, 1034, 4874];

/** What SQLite threw, as a failure with the file's name. `isMissing` tells whether a declared table is not there. */
export function sqliteFailure(error: unknown, file: string, isMissing: () => boolean): SqlFailure {
  if (error instanceof SqlFailure) return error;
  const name = `the database file ${JSON.stringify(basename(file))}`;
  switch (primaryCode(error)) {
    case code.busy:
    case code.locked:
      return new SqlFailure('unavailable', 'RMT2052', `${name} is locked by another process`);
    case code.cannotOpen:
      return new SqlFailure(
        'unavailable',
        'RMT2050',
        `${name} cannot be opened: does its folder exist, and may this process write there?`,
      );
    case code.readOnly:
      return new SqlFailure('refused', 'RMT2050', `${name} may only be read by this process`);
    case code.corrupt:
    case code.noDatabase:
      return new SqlFailure('other', 'RMT2051', `${name} is damaged, or is no SQLite database`);
    case code.full:
      return new SqlFailure('unavailable', 'RMT2070', `${name} cannot grow: the disk is full`);
    case code.input:
      if (!refusedWrites.includes((error as { readonly errcode: number }).errcode)) break;
      return new SqlFailure(
        'unavailable',
        'RMT2070',
        `${name} cannot grow: the disk is full, or refuses writes`,
      );
    case code.tooBig:
      return new SqlFailure('conflict', 'RMT2066', `the value is larger than ${name} can hold`);
    case code.constraint:
    case code.mismatch:
      return new SqlFailure('conflict', 'RMT2057', 'the stored value is not what the operation takes it for');
    case code.denied:
      return new SqlFailure(
        'refused',
        'RMT2061',
        'the plugin ran a statement that its deploy face does not declare',
      );
    case code.error:
      if (isMissing()) return new SqlFailure('missing', 'RMT2056', `it was not provisioned in ${name}`);
      break;
    case undefined:
  }
  return new SqlFailure(
    'other',
    'RMT2059',
    `${name} failed (SQLite code ${primaryCode(error) ?? 'unknown'})`,
  );
}

/** Whether the authorizer refused it. */
export function isDenied(error: unknown): boolean {
  return primaryCode(error) === code.denied;
}

function primaryCode(error: unknown): number | undefined {
  const extended = (error as { errcode?: unknown }).errcode;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}
