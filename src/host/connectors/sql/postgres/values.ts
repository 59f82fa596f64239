import type { Outcome, Value } from '../statement.ts';

/** What pg is handed for a parameter: text, bytes, or an array of either. */
export type Parameter = string | Buffer | readonly string[] | readonly Buffer[] | null;

/** A result as pg gives it in array mode with no parsers: each column as text. */
export interface TextResult {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly fields: readonly { readonly dataTypeID: number }[];
  readonly rowCount: number | null;
}

const bool = 16;
const bytea = 17;
const integers: ReadonlySet<number> = new Set([20, 21, 23]);
const reals: ReadonlySet<number> = new Set([700, 701]);
const nothing = 2278;

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

export function parameterOf(value: Value): Parameter {
  switch (value.tag) {
    case 'null':
      return null;
    case 'integer':
    case 'real':
      return String(value.val);
    case 'text':
    case 'texts':
      return value.val;
    case 'blob':
      return bufferOf(value.val);
    case 'blobs':
      return value.val.map(bufferOf);
    default:
      return value satisfies never;
  }
}

function columnOf(raw: string | null, type: number): Value {
  if (raw === null || type === nothing) return { tag: 'null' };
  if (type === bytea) return { tag: 'blob', val: Buffer.from(raw.slice(2), 'hex') };
  if (type === bool) return { tag: 'integer', val: raw === 't' ? 1n : 0n };
  if (integers.has(type)) return { tag: 'integer', val: BigInt(raw) };
  return reals.has(type) ? { tag: 'real', val: Number(raw) } : { tag: 'text', val: raw };
}

export function outcomeOf({ rows, fields, rowCount }: TextResult): Outcome {
  return {
    rows: rows.map((row) => row.map((raw, index) => columnOf(raw, fields[index]?.dataTypeID ?? 0))),
    changed: BigInt(rowCount ?? 0),
  };
}
