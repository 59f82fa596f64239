/** What a span of a statement says; the text has no values in it, so it may be shown. */
export interface Summary {
  /** `SELECT kv_orders`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const kept = 512;
const known = new Map<string, Summary>();

/** First word and first name in quotes of a statement, found once for each text. */
export function summaryOf(text: string): Summary {
  const before = known.get(text);
  if (before) return before;
  const operation = /^\w+/u.exec(text)?.[0] ?? 'SQL';
  const target = /(?:"(?:[^"]|"")+"\.)?"((?:[^"]|"")+)"/u.exec(text)?.[1];
  const name = target === undefined ? operation : `${operation} ${target}`;
  const summary: Summary = {
    name,
    attributes: { 'db.operation.name': operation, 'db.query.summary': name, 'db.query.text': text },
  };
  if (known.size < kept) known.set(text, summary);
  return summary;
}
