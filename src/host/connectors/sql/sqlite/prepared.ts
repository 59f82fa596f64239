import type { StatementSync } from 'node:sqlite';
import type { Rule } from '../rule.ts';
import type { Outcome, Value } from '../statement.ts';
import { type Fact, permits } from './facts.ts';

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

  run(parameters: readonly Value[]): Outcome {
    const values = parameters.map(parameterOf);
    if (!this.#answers) return { rows: [], changed: BigInt(this.#statement.run(...values).changes) };
    const rows = this.#statement.all(...values) as unknown as Column[][];
    return { rows: rows.map((row) => row.map(columnOf)), changed: 0n };
  }
}
