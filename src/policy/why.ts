import type { Reason, Statement } from '../permissions/index.ts';

/** A reason in words: `Bookkeeping.receipt asks for write on receipts through ReceiptWriter (receipts.ts:9)`. */
export function because(reason: Reason): string {
  const who = reason.handler ?? reason.service;
  const where = reason.place ? ` (${reason.place.file}:${reason.place.line})` : '';
  return `${who} asks for ${reason.operation} on ${reason.resource} through ${reason.token}${where}`;
}

/** Everyone who asked for a statement, one line each, below what they are granted. */
export function explain(statement: Statement): readonly string[] {
  return [
    `${statement.principal}: ${statement.action} on ${statement.resourceType} ${statement.resource}`,
    ...statement.reasons.map((reason) => `  ${because(reason)}`),
  ];
}
