import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { RemitError } from '../../../errors/index.ts';

const mebibyte = 1024 * 1024;
/** Logs up to here are looked through at each start: some 3 ms a mebibyte. */
const small = 4 * mebibyte;
/** Logs up to here are looked through after a process that ended without a word: less than a second. */
const large = 256 * mebibyte;

/**
 * Looks through the pages of a log, so that damage is met at start and not by the delivery that reads it.
 * @throws RemitError RMT3033
 */
export function assertSound(database: DatabaseSync, file: string, ended: 'well' | 'without a word'): void {
  if (statSync(file).size > (ended === 'well' ? small : large)) return;
  const [verdict] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
  if (verdict === 'ok') return;
  throw new RemitError('RMT3033', `The event log ${file} is damaged: ${String(verdict)}.`, {
    details: { file },
  });
}
