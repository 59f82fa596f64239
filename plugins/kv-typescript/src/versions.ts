import type { Versions } from 'remit/plugin';
import { blob, bytesOf, integer, integerOf, run, text } from './database.ts';
import { Table } from './table.ts';

/** Compare and swap: a value is read with its version, and written when it still has that version. */
export const versions: Versions = {
  current(identifier, key) {
    const outcome = run(new Table(identifier).current, text(key));
    const value = bytesOf(outcome);
    return value && { value, version: String(integerOf(outcome.rows[0]?.[1])) };
  },
  replace(identifier, key, version, value) {
    const { insert, update } = new Table(identifier);
    const outcome =
      version === null
        ? run(insert, text(key), blob(value))
        : run(update, text(key), blob(value), integer(Number(version)));
    return outcome.changed > 0;
  },
};
