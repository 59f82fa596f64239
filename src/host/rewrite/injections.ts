import type { Writer } from '../binary/writer.ts';

/** Where the imported bounds ended up among a module's functions and globals. */
export interface BoundIndices {
  /** Functions the module imported itself; those after them move up by one, for `refuel`. */
  readonly functions: number;
  readonly refuel: number;
  /** Globals the module imported itself; those after them move up by `count`. */
  readonly globals: number;
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
const call = 0x10;
const minusOne = 0x7f;
const bytesPerFuelAsShift = 5;

function indexed(writer: Writer, code: number, index: number): void {
  writer.byte(code);
  writer.unsigned(index);
}

function refuelWhenSpent(writer: Writer, bounds: BoundIndices): void {
  indexed(writer, get, bounds.fuel);
  writer.raw([constant, 0, lessSigned, ...then]);
  indexed(writer, call, bounds.refuel);
  writer.byte(end);
}

/** Takes one unit of fuel. */
export function charge(writer: Writer, bounds: BoundIndices): void {
  indexed(writer, get, bounds.fuel);
  writer.raw([constant, 1, subtract]);
  indexed(writer, put, bounds.fuel);
  refuelWhenSpent(writer, bounds);
}

/** Takes fuel by the length on top of the stack, which bulk operations have there, and leaves it there. */
export function chargeBulk(writer: Writer, bounds: BoundIndices): void {
  indexed(writer, put, bounds.request);
  indexed(writer, get, bounds.fuel);
  indexed(writer, get, bounds.request);
  writer.raw([constant, bytesPerFuelAsShift, shiftRight, subtract]);
  indexed(writer, put, bounds.fuel);
  refuelWhenSpent(writer, bounds);
  indexed(writer, get, bounds.request);
}

/** Turns a request beyond the budget into one that no engine grants, so the guest sees an ordinary refusal. */
export function growBefore(writer: Writer, bounds: BoundIndices, budget: number): void {
  indexed(writer, put, bounds.request);
  indexed(writer, get, bounds.request);
  indexed(writer, get, budget);
  writer.raw([greaterUnsigned, ...then, constant, minusOne]);
  indexed(writer, put, bounds.request);
  writer.byte(end);
  indexed(writer, get, bounds.request);
}

/** Books what was granted, notes what was refused, and leaves the outcome on the stack. */
export function growAfter(writer: Writer, bounds: BoundIndices, budget: number): void {
  indexed(writer, put, bounds.outcome);
  indexed(writer, get, bounds.outcome);
  writer.raw([constant, minusOne, equal, ...then, constant, 1]);
  indexed(writer, put, bounds.refused);
  writer.byte(otherwise);
  indexed(writer, get, budget);
  indexed(writer, get, bounds.request);
  writer.byte(subtract);
  indexed(writer, put, budget);
  writer.byte(end);
  indexed(writer, get, bounds.outcome);
}
