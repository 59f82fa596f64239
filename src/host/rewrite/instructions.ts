import { Malformed } from '../binary/malformed.ts';
import type { Reader } from '../binary/reader.ts';

export const op = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  branchTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  tailCall: 0x12,
  tailCallIndirect: 0x13,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  functionReference: 0xd2,
  bulk: 0xfc,
} as const;

/** The `0xfc` instructions that take time or space by a length. */
export const bulk = {
  tableGrow: 15,
  /** `init`, `copy` and `fill` of memories and tables. */
  charged: new Set([8, 10, 11, 12, 14, 17]),
} as const;

const none = 1;
const blockType = 2;
const index = 3;
const twoIndices = 5;
const types = 6;
const memory = 7;
const four = 8;
const eight = 9;
const vector = 10;

/** How the immediates of each one-byte opcode look; zero: not allowed (exceptions, GC, threads). */
const shape = new Uint8Array(256);
const set = (kind: number, ...codes: number[]) => codes.forEach((code) => (shape[code] = kind));
const range = (kind: number, from: number, to: number) => shape.fill(kind, from, to + 1);
set(none, 0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1);
range(none, 0x45, 0xc4);
range(blockType, 0x02, 0x04);
set(index, 0xd0, 0x3f, 0x40, 0x41, 0x42);
range(index, 0x20, 0x26);
set(twoIndices, 0x11, 0x13);
set(types, 0x1c);
range(memory, 0x28, 0x3e);
set(four, 0x43);
set(eight, 0x44);
set(vector, 0xfd);

/** Skips what follows a one-byte opcode. Branches, calls and `0xfc` are the caller's: it must know more of them. */
export function skipImmediates(reader: Reader, code: number): void {
  switch (shape[code] ?? 0) {
    case none:
      return;
    case blockType:
      return skipBlockType(reader);
    case index:
      return reader.skipNumber();
    case twoIndices:
      reader.skipNumber();
      return reader.skipNumber();
    case types:
      for (let left = reader.unsigned(); left > 0; left--) skipValueType(reader);
      return;
    case memory:
      return skipMemoryArgument(reader);
    case four:
      return reader.skip(4);
    case eight:
      return reader.skip(8);
    case vector:
      return skipVector(reader);
    default:
      throw new Malformed(
        `uses the instruction 0x${code.toString(16).padStart(2, '0')}, which cannot be bounded`,
      );
  }
}

/** Skips what follows `0xfc code`. */
export function skipBulk(reader: Reader, code: number): void {
  if (code <= 7) return;
  if (code > 17) throw new Malformed(`uses the instruction 0xfc ${code}, which is not known`);
  reader.skipNumber();
  if (code === 8 || code === 10 || code === 12 || code === 14) reader.skipNumber();
}

const valueTypes = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x7b, 0x70, 0x6f]);

/** Types of typed references and GC take more bytes; to misread one would let a loop go uncounted. */
export function skipValueType(reader: Reader): void {
  const code = reader.byte();
  if (!valueTypes.has(code))
    throw new Malformed(`uses the type 0x${code.toString(16)}, which cannot be bounded`);
}

function skipBlockType(reader: Reader): void {
  const code = reader.bytes[reader.position] ?? 0x40;
  if (code <= 0x40 || code >= 0x80) return reader.skipNumber();
  skipValueType(reader);
}

function skipMemoryArgument(reader: Reader): void {
  if (reader.unsigned() & 0x40) reader.skipNumber();
  reader.skipNumber();
}

function skipVector(reader: Reader): void {
  const code = reader.unsigned();
  if (code <= 11 || code === 92 || code === 93) skipMemoryArgument(reader);
  else if (code === 12 || code === 13) reader.skip(16);
  else if (code >= 21 && code <= 34) reader.skip(1);
  else if (code >= 84 && code <= 91) {
    skipMemoryArgument(reader);
    reader.skip(1);
  } else if (code > 275) throw new Malformed(`uses the instruction 0xfd ${code}, which is not known`);
}
