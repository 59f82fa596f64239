import { instructionsPerFuel } from './bounds.ts';
import { type BoundIndices, charge, chargeBulk, growAfter, growBefore } from './injections.ts';
import { bulk, op, skipBulk, skipImmediates, skipValueType } from './instructions.ts';
import { unboundable } from './malformed.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The charge of a function or loop that is open, and the instructions counted towards it so far. */
interface Account {
  readonly price: number;
  readonly counted: number;
}

/** Copies one function body; fuel is taken where it is entered and where its loops come round. */
export function rewriteBody(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  const start = reader.position;
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.unsigned();
    skipValueType(reader);
  }
  writer.raw(reader.bytes.subarray(start, reader.position));
  rewriteExpression(reader, writer, bounds, charge(writer, bounds));
  if (!reader.done) throw unboundable('has instructions after the end of a function');
}

/** Copies a constant expression. */
export function rewriteConstant(reader: Reader, writer: Writer, bounds: BoundIndices): void {
  rewriteExpression(reader, writer, bounds, undefined);
}

function rewriteExpression(
  reader: Reader,
  writer: Writer,
  bounds: BoundIndices,
  entry: number | undefined,
): void {
  const open: (Account | undefined)[] = [];
  let price = entry;
  let counted = 0;
  let copied = reader.position;
  const copyUpTo = (position: number) => {
    writer.raw(reader.bytes.subarray(copied, position));
    copied = reader.position;
  };

  for (;;) {
    const at = reader.position;
    const code = reader.byte();
    counted++;
    switch (code) {
      case op.globalGet:
      case op.globalSet: {
        const index = reader.unsigned();
        if (index < bounds.imported) break;
        copyUpTo(at);
        writer.byte(code);
        writer.unsigned(index + bounds.count);
        break;
      }
      case op.loop:
        if (price === undefined) throw unboundable('has a loop outside of a function');
        skipImmediates(reader, code);
        copyUpTo(reader.position);
        open.push({ price, counted });
        price = charge(writer, bounds);
        counted = 0;
        break;
      case op.block:
      case op.if:
        skipImmediates(reader, code);
        open.push(undefined);
        break;
      case op.end: {
        const last = open.length === 0;
        const outer = open.pop();
        if ((last || outer !== undefined) && price !== undefined) {
          writer.fill(price, 1 + Math.floor(counted / instructionsPerFuel));
        }
        if (last) return copyUpTo(reader.position);
        if (outer !== undefined) ({ price, counted } = outer);
        break;
      }
      case op.memoryGrow:
        skipImmediates(reader, code);
        copyUpTo(at);
        growBefore(writer, bounds, bounds.pages);
        writer.raw(reader.bytes.subarray(at, reader.position));
        growAfter(writer, bounds, bounds.pages);
        break;
      case op.bulk: {
        const kind = reader.unsigned();
        skipBulk(reader, kind);
        if (kind !== bulk.tableGrow && !bulk.charged.has(kind)) break;
        copyUpTo(at);
        if (kind === bulk.tableGrow) growBefore(writer, bounds, bounds.entries);
        else chargeBulk(writer, bounds);
        writer.raw(reader.bytes.subarray(at, reader.position));
        if (kind === bulk.tableGrow) growAfter(writer, bounds, bounds.entries);
        break;
      }
      default:
        skipImmediates(reader, code);
    }
  }
}
