import { boundNames, boundsModule, refuelName } from './bounds.ts';
import { rewriteBody, rewriteConstant } from './function.ts';
import type { BoundIndices } from './injections.ts';
import { skipValueType } from './instructions.ts';
import { Malformed } from '../binary/malformed.ts';
import type { Reader } from '../binary/reader.ts';
import { Writer } from '../binary/writer.ts';

/** Pages of memory and table entries that a module takes as soon as it is instantiated. */
export interface Demand {
  pages: number;
  entries: number;
}

const external = { function: 0, table: 1, memory: 2, global: 3 } as const;

const functionType = 0x60;

/** Copies the types and adds that of `refuel`. Tells its index. */
export function rewriteTypes(reader: Reader | undefined, writer: Writer): number {
  const count = reader?.unsigned() ?? 0;
  writer.unsigned(count + 1);
  if (reader !== undefined) {
    const start = reader.position;
    for (let left = count; left > 0; left--) {
      if (reader.byte() !== functionType) throw new Malformed('has types of garbage-collected objects');
      for (let parameters = reader.unsigned(); parameters > 0; parameters--) skipValueType(reader);
      for (let results = reader.unsigned(); results > 0; results--) skipValueType(reader);
    }
    writer.raw(reader.bytes.subarray(start, reader.position));
  }
  writer.raw([functionType, 0, 0]);
  return count;
}

/** Copies the imports and adds the bounds after the module's own. Tells where they are. */
export function rewriteImports(reader: Reader | undefined, writer: Writer, refuelType: number): BoundIndices {
  const count = reader?.unsigned() ?? 0;
  writer.unsigned(count + boundNames.length + 1);
  let functions = 0;
  let globals = 0;
  if (reader !== undefined) {
    const start = reader.position;
    for (let left = count; left > 0; left--) {
      const module = safeName(reader);
      if (module === boundsModule)
        throw new Malformed(`imports from ${boundsModule}, which only Remit may do`);
      safeName(reader);
      const kind = skipExternalType(reader);
      if (kind === external.global) globals++;
      if (kind === external.function) functions++;
    }
    writer.raw(reader.bytes.subarray(start, reader.position));
  }
  writer.name(boundsModule);
  writer.name(refuelName);
  writer.byte(external.function);
  writer.unsigned(refuelType);
  for (const name of boundNames) {
    writer.name(boundsModule);
    writer.name(name);
    writer.raw([external.global, 0x7f, 0x01]);
  }
  return { functions, refuel: functions, globals, count: boundNames.length, ...globalIndices(globals) };
}

function globalIndices(first: number): Record<(typeof boundNames)[number], number> {
  const at = (name: (typeof boundNames)[number]) => first + boundNames.indexOf(name);
  return {
    fuel: at('fuel'),
    pages: at('pages'),
    entries: at('entries'),
    request: at('request'),
    outcome: at('outcome'),
    refused: at('refused'),
  };
}

export function rewriteTables(reader: Reader, writer: Writer, demand: Demand): void {
  const start = reader.position;
  for (let left = reader.unsigned(); left > 0; left--) {
    if (reader.bytes[reader.position] === 0x40) throw new Malformed('has a table with an initial value');
    skipValueType(reader);
    demand.entries += readLimits(reader);
  }
  writer.raw(reader.bytes.subarray(start, reader.position));
}

export function rewriteMemories(reader: Reader, writer: Writer, demand: Demand): void {
  const start = reader.position;
  for (let left = reader.unsigned(); left > 0; left--) demand.pages += readLimits(reader);
  writer.raw(reader.bytes.subarray(start, reader.position));
}

export function rewriteGlobals(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const count = reader.unsigned();
  writer.unsigned(count);
  for (let left = count; left > 0; left--) {
    const start = reader.position;
    skipValueType(reader);
    reader.byte();
    writer.raw(reader.bytes.subarray(start, reader.position));
    rewriteConstant(reader, writer, bounds);
  }
}

export function rewriteExports(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const count = reader.unsigned();
  writer.unsigned(count);
  for (let left = count; left > 0; left--) {
    const start = reader.position;
    safeName(reader);
    const kind = reader.byte();
    if (kind > external.global) throw new Malformed('exports something that cannot be bounded');
    writer.raw(reader.bytes.subarray(start, reader.position));
    const index = reader.unsigned();
    if (kind === external.global) writer.unsigned(moved(index, bounds.globals, bounds.count));
    else writer.unsigned(kind === external.function ? moved(index, bounds.functions, 1) : index);
  }
}

const passive = 1;
const withIndexOrDeclared = 2;
const asExpressions = 4;

export function rewriteElements(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const count = reader.unsigned();
  writer.unsigned(count);
  for (let left = count; left > 0; left--) {
    const flags = reader.unsigned();
    if (flags > 7) throw new Malformed('has an element segment of an unknown kind');
    writer.unsigned(flags);
    if ((flags & passive) === 0) {
      if (flags & withIndexOrDeclared) writer.unsigned(reader.unsigned());
      rewriteConstant(reader, writer, bounds);
    }
    if (flags & (passive | withIndexOrDeclared)) writer.byte(reader.byte());
    const length = reader.unsigned();
    writer.unsigned(length);
    for (let item = length; item > 0; item--) {
      if (flags & asExpressions) rewriteConstant(reader, writer, bounds);
      else writer.unsigned(moved(reader.unsigned(), bounds.functions, 1));
    }
  }
}

export function rewriteStart(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  writer.unsigned(moved(reader.unsigned(), bounds.functions, 1));
}

export function rewriteData(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const count = reader.unsigned();
  writer.unsigned(count);
  for (let left = count; left > 0; left--) {
    const flags = reader.unsigned();
    if (flags > 2) throw new Malformed('has a data segment of an unknown kind');
    writer.unsigned(flags);
    if (flags === 2) writer.unsigned(reader.unsigned());
    if (flags !== 1) rewriteConstant(reader, writer, bounds);
    const length = reader.unsigned();
    writer.unsigned(length);
    writer.raw(reader.slice(length));
  }
}

export function rewriteCode(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const count = reader.unsigned();
  writer.unsigned(count);
  const body = new Writer(4096);
  for (let left = count; left > 0; left--) {
    body.clear();
    rewriteBody(reader.part(reader.unsigned()), body, bounds);
    writer.unsigned(body.length);
    writer.raw(body.written);
  }
}

function moved(index: number, imported: number, by: number): number {
  return index < imported ? index : index + by;
}

function skipExternalType(reader: Reader): number {
  const kind = reader.byte();
  switch (kind) {
    case external.function:
      reader.unsigned();
      return kind;
    case external.table:
      skipValueType(reader);
      readLimits(reader);
      return kind;
    case external.memory:
      readLimits(reader);
      return kind;
    case external.global:
      skipValueType(reader);
      reader.byte();
      return kind;
    default:
      throw new Malformed('imports something that cannot be bounded');
  }
}

function readLimits(reader: Reader): number {
  const flags = reader.byte();
  if (flags > 1) throw new Malformed('has a shared or a 64-bit memory');
  const least = reader.unsigned();
  if (flags === 1) reader.unsigned();
  return least;
}

/** These names end up as keys in generated code, so only harmless ones may. */
const safe = /^[A-Za-z0-9 _$#:;,.@/|<>=~^*+!?()[\]{}-]*$/;

function safeName(reader: Reader): string {
  const name = reader.name();
  if (!safe.test(name)) throw new Malformed('has an import or export with a name that is not plain');
  return name;
}
