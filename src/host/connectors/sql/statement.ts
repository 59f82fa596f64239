/** A parameter or a column, as components pass it. */
export type Value =
  | { readonly tag: 'null' }
  | { readonly tag: 'integer'; readonly val: bigint }
  | { readonly tag: 'real'; readonly val: number }
  | { readonly tag: 'text'; readonly val: string }
  | { readonly tag: 'blob'; readonly val: Uint8Array }
  | { readonly tag: 'texts'; readonly val: readonly string[] }
  | { readonly tag: 'blobs'; readonly val: readonly Uint8Array[] };

/** One statement of a component; its text never holds a value. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Value[];
}

export interface Outcome {
  readonly rows: readonly (readonly Value[])[];
  readonly changed: bigint;
}

/** Bytes of the longest statement: more is no text a plugin needs, and would be kept in a cache. */
export const longestStatement = 16_384;
