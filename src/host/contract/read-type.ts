import { Malformed } from '../binary/malformed.ts';
import type { Reader } from '../binary/reader.ts';
import { type Scope, sort } from './scope.ts';
import type { Case, Type } from './type.ts';

const primitives: Readonly<Record<number, string>> = {
  0x7f: 'bool',
  0x7e: 's8',
  0x7d: 'u8',
  0x7c: 's16',
  0x7b: 'u16',
  0x7a: 's32',
  0x79: 'u32',
  0x78: 's64',
  0x77: 'u64',
  0x76: 'f32',
  0x75: 'f64',
  0x74: 'char',
  0x73: 'string',
  0x64: 'error-context',
};

/** Reads one definition of a value, function or resource type. */
export function readType(reader: Reader, scope: Scope): Type {
  const code = reader.byte();
  const primitive = primitives[code];
  if (primitive !== undefined) return { kind: 'primitive', name: primitive };
  switch (code) {
    case 0x72:
      return { kind: 'cases', name: 'record', cases: fields(reader, scope) };
    case 0x71:
      return { kind: 'cases', name: 'variant', cases: list(reader, () => variantCase(reader, scope)) };
    case 0x6e:
      return { kind: 'cases', name: 'flags', cases: labels(reader) };
    case 0x6d:
      return { kind: 'cases', name: 'enum', cases: labels(reader) };
    case 0x70:
      return { kind: 'generic', name: 'list', types: [value(reader, scope)] };
    case 0x6f:
      return { kind: 'generic', name: 'tuple', types: list(reader, () => value(reader, scope)) };
    case 0x6b:
      return { kind: 'generic', name: 'option', types: [value(reader, scope)] };
    case 0x6a:
      return {
        kind: 'generic',
        name: 'result',
        types: [optionalValue(reader, scope), optionalValue(reader, scope)],
      };
    case 0x67: {
      const item = value(reader, scope);
      return { kind: 'generic', name: `list-of-${reader.unsigned()}`, types: [item] };
    }
    case 0x66:
      return { kind: 'generic', name: 'stream', types: [optionalValue(reader, scope)] };
    case 0x65:
      return { kind: 'generic', name: 'future', types: [optionalValue(reader, scope)] };
    case 0x69:
      return { kind: 'handle', name: 'own', type: known(scope, reader.unsigned()) };
    case 0x68:
      return { kind: 'handle', name: 'borrow', type: known(scope, reader.unsigned()) };
    case 0x40:
    case 0x43:
      return readFunction(reader, scope, code === 0x43);
    case 0x3f:
      reader.byte();
      if (reader.byte() === 1) reader.unsigned();
      return { kind: 'resource', name: '' };
    default:
      throw new Malformed(`has a type of the unknown kind 0x${code.toString(16)}`);
  }
}

function readFunction(reader: Reader, scope: Scope, asynchronous: boolean): Type {
  const parameters = fields(reader, scope);
  if (reader.byte() === 0)
    return { kind: 'function', asynchronous, parameters, result: value(reader, scope) };
  if (reader.byte() !== 0) throw new Malformed('has a function with several results');
  return { kind: 'function', asynchronous, parameters, result: undefined };
}

function value(reader: Reader, scope: Scope): Type {
  const code = reader.bytes[reader.position] ?? 0;
  const primitive = code < 0x80 ? primitives[code] : undefined;
  if (primitive === undefined) return known(scope, reader.unsigned());
  reader.byte();
  return { kind: 'primitive', name: primitive };
}

function optionalValue(reader: Reader, scope: Scope): Type | undefined {
  return reader.byte() === 0 ? undefined : value(reader, scope);
}

function known(scope: Scope, index: number): Type {
  const type = scope.get(sort.type, index);
  if (type === undefined) throw new Malformed('refers to a type it does not have');
  return type;
}

function fields(reader: Reader, scope: Scope): Case[] {
  return list(reader, () => ({ name: reader.name(), type: value(reader, scope) }));
}

function labels(reader: Reader): Case[] {
  return list(reader, () => ({ name: reader.name(), type: undefined }));
}

function variantCase(reader: Reader, scope: Scope): Case {
  const found = { name: reader.name(), type: optionalValue(reader, scope) };
  reader.byte();
  return found;
}

function list<T>(reader: Reader, read: () => T): T[] {
  const items: T[] = [];
  for (let left = reader.unsigned(); left > 0; left--) items.push(read());
  return items;
}
