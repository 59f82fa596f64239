import type { Code } from './catalogue.ts';
import type { Place } from './place.ts';

/** One mistake found in an application: what, where, and how to mend it. Why stands in the catalogue. */
export interface Diagnostic {
  readonly code: Code;
  /** What is wrong, with names: `Ordering.place` handles PlaceOrder, and so does `Billing.charge`. */
  readonly message: string;
  /** Where; absent only when no source is at hand. */
  readonly place?: Place | undefined;
  /** The edit that mends it, as code to paste. */
  readonly mend: string;
  /** Other places that take part, each with its role. */
  readonly related?: readonly { readonly message: string; readonly place?: Place | undefined }[];
}
