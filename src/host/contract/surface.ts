import { printType } from './print.ts';
import type { ComponentType, Members, Type } from './type.ts';

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

export function surfaces(component: ComponentType): Surfaces {
  return { imports: list(component.imports), exports: list(component.exports) };
}

/** `wasi:keyvalue/store` of `wasi:keyvalue/store@0.2.0-draft2`. */
export function withoutVersion(id: string): string {
  const at = id.indexOf('@');
  return at < 0 ? id : id.slice(0, at);
}

function list(members: Members): Surface[] {
  return Array.from(members, ([id, type]) => surface(id, type));
}

function surface(id: string, type: Type | undefined): Surface {
  const functions: [string, Signature][] = [];
  const resources: string[] = [];
  if (type?.kind === 'instance') {
    for (const [name, member] of type.exports) {
      if (member?.kind === 'resource') resources.push(name);
      if (member?.kind === 'function') functions.push([name, signature(member)]);
    }
  }
  return { id, functions: Object.fromEntries(functions), resources };
}

function signature(type: Type & { kind: 'function' }): Signature {
  const { result } = type;
  return {
    shown: printType(type, false),
    exact: printType(type, true),
    fallible: result?.kind === 'generic' && result.name === 'result',
  };
}
