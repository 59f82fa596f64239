import { longestStatement } from './statement.ts';

/** What a span of a statement says; the text has no values in it, so it may be shown. */
export interface Summary {
  /** `SELECT kv_orders`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Texts that are kept. */
const kept = 512;
/** Characters that are looked at for a name, and shown: a longer text is refused anyway, after its span has begun. */
const shown = longestStatement;
const namedWithin = 256;
const known = new Map<string, Summary>();

/** First word and first name in quotes of a statement, found once for each text. */
export function summaryOf(text: string): Summary {
  const before = known.get(text);
  if (before) return before;
  const start = text.slice(0, namedWithin);
  const operation = /^\w+/u.exec(start)?.[0] ?? 'SQL';
  const target = /(?:"(?:[^"]|"")+"\.)?"((?:[^"]|"")+)"/u.exec(start)?.[1];
  const name = target === undefined ? operation : `${operation} ${target}`;
  const summary: Summary = {
    name,
    attributes: {
      'db.operation.name': operation,
      'db.query.summary': name,
      'db.query.text': text.slice(0, shown),
    },
  };
  if (known.size < kept && text.length <= shown) known.set(text, summary);
  return summary;
}
