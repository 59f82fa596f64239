import type { Envelope } from '../../../model/index.ts';
import type { Outgoing } from '../bus.ts';
import type { Death, LogStore, NewRow } from './log-store.ts';

/** A claimed delivery. */
export interface Claim {
  readonly seq: number;
  readonly handler: string;
  readonly attempt: number;
}

/** Something to be written with the next commit. */
export type Write =
  | {
      readonly kind: 'publish';
      readonly rows: readonly NewRow[];
      readonly resolve: () => void;
      readonly reject: (error: unknown) => void;
    }
  | { readonly kind: 'settle'; readonly claim: Claim; readonly rows: readonly NewRow[] }
  | { readonly kind: 'retry'; readonly claim: Claim; readonly due: number }
  | { readonly kind: 'bury'; readonly claim: Claim; readonly death: Death; readonly envelope: Envelope };

/** One row for each handler of each event. */
export function rowsOf(outgoing: readonly Outgoing[]): NewRow[] {
  return outgoing.flatMap(({ envelope, handlers }) => {
    const text = JSON.stringify(envelope);
    return handlers.map((handler) => ({ handler, id: envelope.id, envelope: text }));
  });
}

/** Writes one; returns by how many the deliveries in the log grew, `undefined` when another process had taken it over. */
export function apply(store: LogStore, write: Write, now: number): number | undefined {
  switch (write.kind) {
    case 'publish':
      return insertAll(store, write.rows, now);
    case 'settle': {
      const { seq, attempt } = write.claim;
      return store.settle(seq, attempt, now) ? insertAll(store, write.rows, now) - 1 : undefined;
    }
    case 'retry':
      return store.retry(write.claim.seq, write.claim.attempt, write.due) ? 0 : undefined;
    case 'bury':
      return store.bury(write.claim.seq, write.claim.attempt, write.death) ? -1 : undefined;
    default:
      return write satisfies never;
  }
}

function insertAll(store: LogStore, rows: readonly NewRow[], now: number): number {
  let inserted = 0;
  for (const row of rows) inserted += store.insert(row, now);
  return inserted;
}
