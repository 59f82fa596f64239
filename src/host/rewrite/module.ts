import type { BoundIndices } from './injections.ts';
import { Malformed } from '../binary/malformed.ts';
import { Reader } from '../binary/reader.ts';
import {
  type Demand,
  rewriteCode,
  rewriteData,
  rewriteElements,
  rewriteExports,
  rewriteGlobals,
  rewriteImports,
  rewriteMemories,
  rewriteStart,
  rewriteTables,
  rewriteTypes,
} from './sections.ts';
import { Writer } from '../binary/writer.ts';

/** A core module whose time and space are bounded by the globals it imports. */
export interface BoundedModule {
  readonly bytes: Uint8Array;
  /** Pages of memory and table entries it takes at once; whoever instantiates it books them. */
  readonly demand: Readonly<Demand>;
}

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const section = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const;

/**
 * Rewrites a core module so that every function entry, loop round and bulk operation takes fuel, and every growth is
 * taken from a budget. Throws Malformed for what cannot be bounded.
 */
export function boundModule(bytes: Uint8Array): BoundedModule {
  const reader = new Reader(bytes);
  for (const byte of header)
    if (reader.byte() !== byte) throw new Malformed('is not a WebAssembly 1.0 binary');

  const out = new Writer(bytes.length + (bytes.length >> 2));
  out.raw(header);
  const demand: Demand = { pages: 0, entries: 0 };
  const content = new Writer(bytes.length);
  const emit = (id: number) => {
    out.byte(id);
    out.unsigned(content.length);
    out.raw(content.written);
    content.clear();
  };
  let refuelType: number | undefined;
  let bounds: BoundIndices | undefined;

  while (!reader.done) {
    const id = reader.byte();
    const part = reader.part(reader.unsigned());
    if (id === section.custom) continue;
    if (refuelType === undefined) {
      refuelType = rewriteTypes(id === section.type ? part : undefined, content);
      emit(section.type);
    }
    if (bounds === undefined && id !== section.type) {
      bounds = rewriteImports(id === section.import ? part : undefined, content, refuelType);
      emit(section.import);
    }
    if (id > section.import && bounds !== undefined) {
      rewriteSection(id, part, content, bounds, demand);
      emit(id);
    }
    if (!part.done) throw new Malformed('has sections that are out of order or too long');
  }
  return { bytes: out.written.slice(), demand };
}

function rewriteSection(
  id: number,
  part: Reader,
  content: Writer,
  bounds: BoundIndices,
  demand: Demand,
): void {
  switch (id) {
    case section.function:
    case section.dataCount:
      return content.raw(part.rest());
    case section.start:
      return rewriteStart(part, content, bounds);
    case section.table:
      return rewriteTables(part, content, demand);
    case section.memory:
      return rewriteMemories(part, content, demand);
    case section.global:
      return rewriteGlobals(part, content, bounds);
    case section.export:
      return rewriteExports(part, content, bounds);
    case section.element:
      return rewriteElements(part, content, bounds);
    case section.code:
      return rewriteCode(part, content, bounds);
    case section.data:
      return rewriteData(part, content, bounds);
    default:
      throw new Malformed(`has a section of kind ${id}, which cannot be bounded`);
  }
}
