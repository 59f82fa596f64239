import { Malformed } from '../binary/malformed.ts';
import { printType } from './print.ts';
import type { ComponentType, FunctionType, Members, Type } from './type.ts';

/** A function as contracts compare it. */
export interface Signature {
  /** As WIT has it, with the names of types. */
  readonly shown: string;
  /** With all types written out: equal texts mean equal signatures. */
  readonly exact: string;
  /** Whether it can answer with an error of its interface. */
  readonly fallible: boolean;
}

/** An interface that a component imports or exports. */
export interface Surface {
  /** With its version: `wasi:keyvalue/store@0.2.0-draft2`. */
  readonly id: string;
  readonly functions: Readonly<Record<string, Signature>>;
  readonly resources: readonly string[];
}

/** What a component imports and exports; what is not an interface stands under its name without functions. */
export interface Surfaces {
  readonly imports: readonly Surface[];
  readonly exports: readonly Surface[];
}

/** Characters of all signatures together; Remit's own have some ten thousand. */
const longest = 4_000_000;

export function surfaces(component: ComponentType): Surfaces {
  const budget = { left: longest };
  return { imports: list(component.imports, budget), exports: list(component.exports, budget) };
}

/** `wasi:keyvalue/store` of `wasi:keyvalue/store@0.2.0-draft2`. */
export function withoutVersion(id: string): string {
  const at = id.indexOf('@');
  return at < 0 ? id : id.slice(0, at);
}

interface Budget {
  left: number;
}

function list(members: Members, budget: Budget): Surface[] {
  return Array.from(members, ([id, type]) => surface(id, type, budget));
}

function surface(id: string, type: Type | undefined, budget: Budget): Surface {
  const functions: [string, Signature][] = [];
  const resources: string[] = [];
  if (type?.kind === 'instance') {
    for (const [name, member] of type.exports) {
      if (member?.kind === 'resource') resources.push(name);
      if (member?.kind === 'function') functions.push([name, signature(member, budget)]);
    }
  }
  return { id, functions: Object.fromEntries(functions), resources };
}

function signature(type: FunctionType, budget: Budget): Signature {
  const shown = printType(type, false);
  const exact = printType(type, true);
  budget.left -= shown.length + exact.length;
  if (budget.left < 0) throw new Malformed('has too many functions');
  const { result } = type;
  return { shown, exact, fallible: result?.kind === 'generic' && result.name === 'result' };
}
