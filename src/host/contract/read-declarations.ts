import { Malformed } from '../binary/malformed.ts';
import type { Reader } from '../binary/reader.ts';
import { readType } from './read-type.ts';
import { Scope, sort } from './scope.ts';
import type { Type } from './type.ts';

const componentType = 0x41;
const instanceType = 0x42;

/** Reads one type definition of any kind. */
export function readDefinition(reader: Reader, scope: Scope): Type {
  const code = reader.bytes[reader.position];
  if (code !== componentType && code !== instanceType) return readType(reader, scope);
  reader.byte();
  const { imports, exports } = readDeclarations(reader, new Scope(scope));
  return code === instanceType ? { kind: 'instance', exports } : { kind: 'component', imports, exports };
}

/** Reads what a component type or an instance type declares. */
function readDeclarations(reader: Reader, scope: Scope): Scope {
  for (let left = reader.unsigned(); left > 0; left--) {
    const code = reader.byte();
    if (code === 0x01) scope.add(sort.type, readDefinition(reader, scope));
    else if (code === 0x02) readAlias(reader, scope);
    else if (code === 0x03) readImport(reader, scope);
    else if (code === 0x04) {
      const name = readExternName(reader);
      const { space, type } = readExtern(reader, scope, name);
      scope.add(space, type);
      scope.exports.set(name, type);
    } else throw new Malformed(`has a declaration of the unknown kind ${code}`);
  }
  return scope;
}

export function readImport(reader: Reader, scope: Scope): void {
  const name = readExternName(reader);
  const { space, type } = readExtern(reader, scope, name);
  scope.add(space, type);
  scope.imports.set(name, type);
}

export function readExternName(reader: Reader): string {
  const form = reader.byte();
  if (form > 1) throw new Malformed('has a name of an unknown form');
  return reader.name();
}

export interface Extern {
  readonly space: number;
  readonly type: Type | undefined;
}

/** Reads what stands under a name. Types become known by that name from here on. */
export function readExtern(reader: Reader, scope: Scope, name: string): Extern {
  const space = reader.byte();
  switch (space) {
    case sort.core:
      reader.byte();
      reader.unsigned();
      return { space, type: undefined };
    case sort.function:
    case sort.component:
    case sort.instance:
      return { space, type: scope.get(sort.type, reader.unsigned()) };
    case sort.type:
      if (reader.byte() === 1) return { space, type: { kind: 'resource', name } };
      return { space, type: rename(name, scope.get(sort.type, reader.unsigned())) };
    default:
      throw new Malformed('imports or exports something of an unknown kind');
  }
}

/** An export of a type makes a type of that name. */
export function rename(name: string, type: Type | undefined): Type | undefined {
  if (type?.kind === 'resource') return { kind: 'resource', name };
  if (type?.kind === 'named') return { kind: 'named', name, type: type.type };
  return type === undefined ? undefined : { kind: 'named', name, type };
}

export function readAlias(reader: Reader, scope: Scope): void {
  const space = reader.byte();
  if (space === sort.core) reader.byte();
  const target = reader.byte();
  if (target === 0x02) {
    const from = scope.outer(reader.unsigned());
    const index = reader.unsigned();
    if (space !== sort.core) scope.add(space, from.get(space, index));
    return;
  }
  const index = reader.unsigned();
  const name = reader.name();
  if (target === 0x01 || space === sort.core) return;
  const instance = scope.get(sort.instance, index);
  scope.add(space, instance?.kind === 'instance' ? instance.exports.get(name) : undefined);
}
