import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { compare } from '../draft/order.ts';
import { rules } from './index.ts';

/** Everything the rules object to, in the order in which someone would mend it: by file and line. */
export function judge(draft: Draft): Diagnostic[] {
  return rules.flatMap((rule) => [...rule(draft)]).sort(inReadingOrder);
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  if (!a.place || !b.place) return Number(!a.place) - Number(!b.place) || compare(a.message, b.message);
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}
