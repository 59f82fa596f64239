import { Malformed } from '../binary/malformed.ts';
import type { Case, FunctionType, Type } from './type.ts';

const longest = 20_000;
const deepest = 64;

/** Writes a type as WIT does; `expanded` writes named types in full, so that equal texts mean equal types. */
export function printType(type: Type | undefined, expanded: boolean): string {
  return new Printer(expanded).print(type, 0);
}

/** Types may refer to each other so that their text is exponentially long; a budget ends that. */
class Printer {
  readonly #expanded: boolean;
  #left = longest;

  constructor(expanded: boolean) {
    this.#expanded = expanded;
  }

  print(type: Type | undefined, depth: number): string {
    if (depth > deepest) throw new Malformed('has a type that is nested too deeply');
    if (type === undefined) return this.#take('_');
    switch (type.kind) {
      case 'primitive':
      case 'resource':
        return this.#take(type.name);
      case 'named':
        return this.#expanded ? this.print(type.type, depth + 1) : this.#take(type.name);
      case 'handle': {
        const resource = this.print(type.type, depth + 1);
        return type.name === 'own' ? resource : `borrow<${resource}>`;
      }
      case 'generic':
        return this.#generic(type.name, type.types, depth);
      case 'cases':
        return `${type.name} { ${type.cases.map((one) => this.#case(one, type.name, depth)).join(', ')} }`;
      case 'function':
        return this.#function(type, depth);
      case 'component':
      case 'instance':
      default:
        return this.#take(type.kind);
    }
  }

  #function(type: FunctionType, depth: number): string {
    const parameters = type.parameters.map((parameter) => this.#case(parameter, 'record', depth));
    const result = type.result === undefined ? '' : ` -> ${this.print(type.result, depth + 1)}`;
    return `${type.asynchronous ? 'async ' : ''}func(${parameters.join(', ')})${result}`;
  }

  #case({ name, type }: Case, of: string, depth: number): string {
    this.#take(name);
    if (type === undefined) return name;
    const text = this.print(type, depth + 1);
    return of === 'record' ? `${name}: ${text}` : `${name}(${text})`;
  }

  #generic(name: string, types: readonly (Type | undefined)[], depth: number): string {
    const texts = types.map((type) => this.print(type, depth + 1));
    if (name === 'result' && types[1] === undefined) texts.pop();
    return texts.every((text) => text === '_') ? name : `${name}<${texts.join(', ')}>`;
  }

  #take(text: string): string {
    this.#left -= text.length + 1;
    if (this.#left < 0) throw new Malformed('has a type that is too long');
    return text;
  }
}
