import { type BoundIndices, charge, chargeBulk, growAfter, growBefore } from './injections.ts';
import { bulk, op, skipBulk, skipImmediates, skipValueType } from './instructions.ts';
import { Malformed } from '../binary/malformed.ts';
import { Path } from './path.ts';
import type { Reader } from '../binary/reader.ts';
import type { Writer } from '../binary/writer.ts';

/** Copies one function body; fuel is taken where it is entered, where its loops come round, and on long paths. */
export function rewriteBody(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const start = reader.position;
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.unsigned();
    skipValueType(reader);
  }
  writer.raw(reader.bytes.subarray(start, reader.position));
  charge(writer, bounds);
  new Expression(reader, writer, bounds, true).rewrite();
  if (!reader.done) throw new Malformed('has instructions after the end of a function');
}

/** Copies a constant expression. */
export function rewriteConstant(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  new Expression(reader, writer, bounds, false).rewrite();
}

class Expression {
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #bounds: BoundIndices;
  readonly #charged: boolean;
  readonly #path = new Path();
  #copied: number;

  constructor(reader: Reader, writer: Writer, bounds: BoundIndices, charged: boolean) {
    this.#reader = reader;
    this.#writer = writer;
    this.#bounds = bounds;
    this.#charged = charged;
    this.#copied = reader.position;
  }

  rewrite(): void {
    const reader = this.#reader;
    for (;;) {
      const at = reader.position;
      if (this.#path.step() && this.#charged) {
        this.#copyUpTo(at);
        charge(this.#writer, this.#bounds);
      }
      if (!this.#instruction(at, reader.byte())) return this.#copyUpTo(reader.position);
    }
  }

  /** Leaves the reader behind the instruction; false when it ends the expression. */
  #instruction(at: number, code: number): boolean {
    const reader = this.#reader;
    switch (code) {
      case op.globalGet:
      case op.globalSet:
        this.#shift(at, code, this.#bounds.globals, this.#bounds.count);
        return true;
      case op.call:
      case op.tailCall:
      case op.functionReference:
        this.#shift(at, code, this.#bounds.functions, 1);
        if (code === op.tailCall) this.#path.leave();
        return true;
      case op.end:
        return this.#path.end();
      case op.else:
        this.#path.otherwise();
        return true;
      case op.block:
        skipImmediates(reader, code);
        this.#path.enterBlock();
        return true;
      case op.if:
        skipImmediates(reader, code);
        this.#path.enterIf();
        return true;
      case op.loop:
        skipImmediates(reader, code);
        this.#path.enterLoop();
        this.#copyUpTo(reader.position);
        charge(this.#writer, this.#bounds);
        return true;
      case op.branchIf:
        this.#path.branch(reader.unsigned());
        return true;
      case op.branch:
        this.#path.branch(reader.unsigned());
        this.#path.leave();
        return true;
      case op.branchTable:
        for (let left = reader.unsigned(); left >= 0; left--) this.#path.branch(reader.unsigned());
        this.#path.leave();
        return true;
      case op.tailCallIndirect:
      case op.return:
      case op.unreachable:
        skipImmediates(reader, code);
        this.#path.leave();
        return true;
      case op.memoryGrow:
        skipImmediates(reader, code);
        this.#grow(at, this.#bounds.pages);
        return true;
      case op.bulk:
        this.#bulk(at);
        return true;
      default:
        skipImmediates(reader, code);
        return true;
    }
  }

  #copyUpTo(position: number): void {
    this.#writer.raw(this.#reader.bytes.subarray(this.#copied, position));
    this.#copied = this.#reader.position;
  }

  #shift(at: number, code: number, imported: number, by: number): void {
    const index = this.#reader.unsigned();
    if (index < imported) return;
    this.#copyUpTo(at);
    this.#writer.byte(code);
    this.#writer.unsigned(index + by);
  }

  #grow(at: number, budget: number): void {
    this.#copyUpTo(at);
    growBefore(this.#writer, this.#bounds, budget);
    this.#writer.raw(this.#reader.bytes.subarray(at, this.#reader.position));
    growAfter(this.#writer, this.#bounds, budget);
  }

  #bulk(at: number): void {
    const kind = this.#reader.unsigned();
    skipBulk(this.#reader, kind);
    if (kind === bulk.tableGrow) return this.#grow(at, this.#bounds.entries);
    if (!bulk.charged.has(kind)) return;
    this.#copyUpTo(at);
    chargeBulk(this.#writer, this.#bounds);
    this.#writer.raw(this.#reader.bytes.subarray(at, this.#reader.position));
  }
}
