import { Malformed } from '../binary/malformed.ts';
import { Reader } from '../binary/reader.ts';
import {
  readAlias,
  readDefinition,
  readExtern,
  readExternName,
  readImport,
  rename,
} from './read-declarations.ts';
import { Scope, sort } from './scope.ts';
import type { ComponentType, Type } from './type.ts';

const magic = [0x00, 0x61, 0x73, 0x6d];
const componentLayer = [0x0d, 0x00, 0x01, 0x00];
const section = { component: 4, instance: 5, alias: 6, type: 7, canon: 8, import: 10, export: 11 } as const;

/** Reads what a component imports and exports, with all signatures. Nothing of it is compiled or run. */
export function readComponent(bytes: Uint8Array): ComponentType {
  return readNested(new Reader(bytes), undefined);
}

function readNested(reader: Reader, parent: Scope | undefined): ComponentType {
  for (const byte of magic) if (reader.byte() !== byte) throw new Malformed('is not WebAssembly');
  const layer = [reader.byte(), reader.byte(), reader.byte(), reader.byte()];
  if (layer.join() === '1,0,0,0') throw new Malformed('is a core module');
  if (layer.join() !== componentLayer.join()) throw new Malformed('is of an unknown version of the format');

  const scope = new Scope(parent);
  while (!reader.done) {
    const id = reader.byte();
    const part = reader.part(reader.unsigned());
    readSection(id, part, scope);
  }
  return { kind: 'component', imports: scope.imports, exports: scope.exports };
}

function readSection(id: number, part: Reader, scope: Scope): void {
  if (id === section.component) return scope.add(sort.component, readNested(part, scope));
  const read = readers[id];
  if (read === undefined) return;
  for (let left = part.unsigned(); left > 0; left--) if (!read(part, scope)) return;
  if (!part.done) throw new Malformed('has bytes after the end of a section');
}

/** Each reads one entry of its section; false gives up the rest of the section. */
const readers: Readonly<Record<number, (part: Reader, scope: Scope) => boolean>> = {
  [section.type](part, scope) {
    scope.add(sort.type, readDefinition(part, scope));
    return true;
  },
  [section.alias](part, scope) {
    readAlias(part, scope);
    return true;
  },
  [section.import](part, scope) {
    readImport(part, scope);
    return true;
  },
  [section.instance](part, scope) {
    scope.add(sort.instance, part.byte() === 0 ? instantiated(part, scope) : inline(part, scope));
    return true;
  },
  [section.canon]: readCanonical,
  [section.export](part, scope) {
    const name = readExternName(part);
    const { space, type } = readItem(part, scope);
    const exported =
      part.byte() === 1
        ? readExtern(part, scope, name)
        : { space, type: space === sort.type ? rename(name, type) : type };
    scope.add(exported.space, exported.type);
    scope.exports.set(name, exported.type);
    return true;
  },
};

function instantiated(part: Reader, scope: Scope): Type | undefined {
  const component = scope.get(sort.component, part.unsigned());
  for (let left = part.unsigned(); left > 0; left--) {
    part.name();
    readItem(part, scope);
  }
  return component?.kind === 'component' ? { kind: 'instance', exports: component.exports } : undefined;
}

function inline(part: Reader, scope: Scope): Type {
  const exports = new Map<string, Type | undefined>();
  for (let left = part.unsigned(); left > 0; left--) {
    const name = readExternName(part);
    const { space, type } = readItem(part, scope);
    exports.set(name, space === sort.type ? rename(name, type) : type);
  }
  return { kind: 'instance', exports };
}

function readItem(part: Reader, scope: Scope): { space: number; type: Type | undefined } {
  const space = part.byte();
  if (space === sort.core) part.byte();
  const index = part.unsigned();
  return { space, type: space === sort.core ? undefined : scope.get(space, index) };
}

/** Only lifted functions enter the component's index space; the many built-ins need not be understood. */
function readCanonical(part: Reader, scope: Scope): boolean {
  const code = part.byte();
  if (code === 0x00) {
    part.byte();
    part.unsigned();
    skipOptions(part);
    scope.add(sort.function, scope.get(sort.type, part.unsigned()));
    return true;
  }
  if (code === 0x01) {
    part.byte();
    part.unsigned();
    skipOptions(part);
    return true;
  }
  if (code >= 0x02 && code <= 0x04) {
    part.unsigned();
    return true;
  }
  return false;
}

function skipOptions(part: Reader): void {
  for (let left = part.unsigned(); left > 0; left--) {
    const option = part.byte();
    if ((option >= 0x03 && option <= 0x05) || option === 0x07 || option === 0x08) part.unsigned();
  }
}
