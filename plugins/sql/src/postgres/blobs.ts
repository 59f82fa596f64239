import type { BlobInfo } from 'remit/plugin';
import sql from 'remit:connect/sql@0.1.0';
import { afterPrefix } from '../page.ts';
import type { BlobTable } from '../table.ts';
import { blob, bytesOf, integerOf, optional, single, text, textsOf, truth } from '../value.ts';
import { blobRoutines } from './blob-routines.ts';
import { callOf } from './routine.ts';

type Calls = Readonly<Record<keyof typeof blobRoutines, string>>;

/** Calls of `blob_<resource>_<operation>` in PostgreSQL, and of nothing else. */
export class PostgresBlobs implements BlobTable {
  readonly #calls: Calls;

  constructor(namespace: string, resource: string) {
    const calls = Object.entries(blobRoutines).map(([operation, routine]) => [
      operation,
      callOf(namespace, 'blob', resource, routine),
    ]);
    this.#calls = Object.fromEntries(calls) as Calls;
  }

  read(name: string): Uint8Array | null {
    return bytesOf(single(sql.query({ text: this.#calls.read, parameters: [text(name)] })));
  }

  exists(name: string): boolean {
    return truth(single(sql.query({ text: this.#calls.exists, parameters: [text(name)] })));
  }

  info(name: string): BlobInfo | null {
    const row = sql.query({ text: this.#calls.info, parameters: [text(name)] }).rows[0];
    return row === undefined ? null : { size: integerOf(row[0]) ?? 0, modified: integerOf(row[1]) ?? 0 };
  }

  list(prefix: string, after: string): string[] {
    const parameters = [text(after), text(prefix), optional(afterPrefix(prefix))];
    return textsOf(sql.query({ text: this.#calls.list, parameters }));
  }

  write(name: string, content: Uint8Array): void {
    sql.query({ text: this.#calls.write, parameters: [text(name), blob(content)] });
  }

  delete(name: string): void {
    sql.query({ text: this.#calls.delete, parameters: [text(name)] });
  }
}
