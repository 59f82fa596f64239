import type { StatementSync } from 'node:sqlite';
import { SqlFailure } from '../failure.ts';
import type { Rule } from '../rule.ts';
import type { Outcome, Value } from '../statement.ts';
import { deedOf, type Fact, permits } from './facts.ts';

type Column = bigint | number | string | Uint8Array | null;

function columnOf(value: Column): Value {
  if (value === null) return { tag: 'null' };
  if (typeof value === 'string') return { tag: 'text', val: value };
  if (typeof value === 'bigint') return { tag: 'integer', val: value };
  if (typeof value === 'number') return { tag: 'real', val: value };
  return { tag: 'blob', val: value };
}

function parameterOf(value: Value): Column {
  if (value.tag === 'null') return null;
  if (value.tag === 'texts' || value.tag === 'blobs') throw new TypeError('SQLite has no arrays');
  return value.val;
}

/** Bytes that a row and each of its columns take besides their content, roughly. */
const overhead = 64;

function sizeOf(row: readonly Column[]): number {
  let size = overhead;
  for (const column of row) {
    size += overhead;
    if (typeof column === 'string') size += column.length;
    else if (column instanceof Uint8Array) size += column.byteLength;
  }
  return size;
}

/** A statement that was compiled once, with all it does to the tables of the database. */
export class Prepared {
  readonly #statement: StatementSync;
  readonly #facts: readonly Fact[];
  readonly #answers: boolean;
  /** Rules are made once for each operation, so few are ever in here. */
  readonly #permitted = new WeakSet<Rule>();

  constructor(statement: StatementSync, facts: readonly Fact[]) {
    this.#statement = statement;
    this.#facts = facts;
    this.#answers = statement.columns().length > 0;
  }

  isPermitted(rule: Rule): boolean {
    if (this.#permitted.has(rule)) return true;
    if (!this.#facts.every((fact) => permits(rule, fact))) return false;
    this.#permitted.add(rule);
    return true;
  }

  /** What it does that a rule does not allow. */
  refusedBy(rule: Rule): readonly Fact[] {
    return this.#facts.filter((fact) => !permits(rule, fact));
  }

  /** Tells what a run does. */
  exercise({ observer }: Rule): void {
    for (const fact of this.#facts) observer?.exercised(deedOf(fact));
  }

  /** @param largest Bytes after which an answer is not read on. */
  run(parameters: readonly Value[], largest: number): Outcome {
    const values = parameters.map(parameterOf);
    if (!this.#answers) return { rows: [], changed: BigInt(this.#statement.run(...values).changes) };
    const rows: Value[][] = [];
    let size = 0;
    for (const row of this.#statement.iterate(...values) as Iterable<unknown> as Iterable<Column[]>) {
      size += sizeOf(row);
      if (size > largest) {
        throw new SqlFailure('other', 'RMT2066', 'the answer is larger than what passes through a plugin');
      }
      rows.push(row.map(columnOf));
    }
    return { rows, changed: 0n };
  }
}
