import type { Writer } from './writer.ts';

/** Where the imported bounds ended up among a module's globals. */
export interface BoundIndices {
  /** Globals the module imported itself; those after them move up by `count`. */
  readonly imported: number;
  readonly count: number;
  readonly fuel: number;
  readonly pages: number;
  readonly entries: number;
  readonly request: number;
  readonly outcome: number;
  readonly refused: number;
}

const get = 0x23;
const put = 0x24;
const constant = 0x41;
const equal = 0x46;
const lessSigned = 0x48;
const greaterUnsigned = 0x4b;
const subtract = 0x6b;
const shiftRight = 0x76;
const then = [0x04, 0x40];
const otherwise = 0x05;
const end = 0x0b;
const unreachable = 0x00;
const minusOne = 0x7f;
const bytesPerFuelAsShift = 5;

function global(writer: Writer, code: number, index: number): void {
  writer.byte(code);
  writer.unsigned(index);
}

function trapWhenSpent(writer: Writer, bounds: BoundIndices): void {
  global(writer, get, bounds.fuel);
  writer.raw([constant, 0, lessSigned, ...then, unreachable, end]);
}

/** Takes fuel and traps when none is left. The price is filled in later at the returned place. */
export function charge(writer: Writer, bounds: BoundIndices): number {
  global(writer, get, bounds.fuel);
  writer.byte(constant);
  const price = writer.placeholder();
  writer.byte(subtract);
  global(writer, put, bounds.fuel);
  trapWhenSpent(writer, bounds);
  return price;
}

/** Takes fuel by the length on top of the stack, which bulk operations have there, and leaves it there. */
export function chargeBulk(writer: Writer, bounds: BoundIndices): void {
  global(writer, put, bounds.request);
  global(writer, get, bounds.fuel);
  global(writer, get, bounds.request);
  writer.raw([constant, bytesPerFuelAsShift, shiftRight, subtract]);
  global(writer, put, bounds.fuel);
  trapWhenSpent(writer, bounds);
  global(writer, get, bounds.request);
}

/** Turns a request beyond the budget into one that no engine grants, so the guest sees an ordinary refusal. */
export function growBefore(writer: Writer, bounds: BoundIndices, budget: number): void {
  global(writer, put, bounds.request);
  global(writer, get, bounds.request);
  global(writer, get, budget);
  writer.raw([greaterUnsigned, ...then, constant, minusOne]);
  global(writer, put, bounds.request);
  writer.byte(end);
  global(writer, get, bounds.request);
}

/** Books what was granted, notes what was refused, and leaves the outcome on the stack. */
export function growAfter(writer: Writer, bounds: BoundIndices, budget: number): void {
  global(writer, put, bounds.outcome);
  global(writer, get, bounds.outcome);
  writer.raw([constant, minusOne, equal, ...then, constant, 1]);
  global(writer, put, bounds.refused);
  writer.byte(otherwise);
  global(writer, get, budget);
  global(writer, get, bounds.request);
  writer.byte(subtract);
  global(writer, put, budget);
  writer.byte(end);
  global(writer, get, bounds.outcome);
}
