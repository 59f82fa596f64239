import { statSync } from 'node:fs';
import { RemitError } from '../../../errors/index.ts';

const busy = [5, 6];
const damaged = [11, 26];
const full = 13;
const cannotOpen = 14;

/** Any fault of SQLite as a coded error; errors that are not SQLite's pass through. */
export function logError(error: unknown, file: string): unknown {
  const number = (error as { readonly errcode?: unknown } | null)?.errcode;
  if (typeof number !== 'number') return error;
  const primary = number & 0xff;
  const options = { cause: error, details: { file } };
  if (busy.includes(primary)) {
    return new RemitError('RMT3032', `The event log ${file} is locked by another process.`, options);
  }
  if (damaged.includes(primary)) {
    return new RemitError('RMT3033', `The event log ${file} is damaged or is not an event log.`, options);
  }
  if (primary === cannotOpen && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    return new RemitError('RMT3033', `${file} is a folder, where the event log should be.`, options);
  }
  if (primary === full) {
    return new RemitError(
      'RMT3034',
      `The event log ${file} could not be written: the disk is full.`,
      options,
    );
  }
  return new RemitError('RMT3034', `The event log ${file} could not be written.`, options);
}
