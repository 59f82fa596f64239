/** A text this short in characters fits one byte of length whatever its characters. */
const surelyShort = 42;
/** Up to here a loop beats a call out of JavaScript. */
const loopUpTo = 64;
const two32 = 2 ** 32;

/** The lower-case hex digits' values by character code. */
const nibbles = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) nibbles[value.toString(16).charCodeAt(0)] = value;

/** Writes protobuf fields into one growing buffer. */
export class Writer {
  #bytes: Buffer;
  #at = 0;

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  /** Bytes written so far; set to less than that, what is beyond is forgotten. */
  get length(): number {
    return this.#at;
  }

  set length(bytes: number) {
    this.#at = bytes;
  }

  /** A copy of what was written. */
  done(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#bytes, 0, this.#at);
  }

  varint(value: number): void {
    this.#room(10);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  /** An integer of 64 bits with its sign; ten bytes when it is negative. */
  integer(value: number): void {
    if (value >= 0) {
      this.varint(value);
      return;
    }
    this.#room(10);
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest > 127n) {
      this.#bytes[this.#at++] = Number(rest & 127n) | 128;
      rest >>= 7n;
    }
    this.#bytes[this.#at++] = Number(rest);
  }

  /** A field number below 16 and its wire type, in one byte. */
  tag(field: number, wire: 0 | 1 | 2 | 5): void {
    this.#room(1);
    this.#bytes[this.#at++] = (field << 3) | wire;
  }

  /** A field number from 16 on. */
  longTag(field: number, wire: 0 | 1 | 2 | 5): void {
    this.varint((field << 3) | wire);
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Length and UTF-8 bytes. */
  text(text: string): void {
    this.#room(text.length * 3 + 5);
    if (text.length > surelyShort) {
      this.varint(Buffer.byteLength(text));
      this.#at += this.#characters(text);
      return;
    }
    const length = this.#at++;
    const written = this.#characters(text);
    this.#bytes[length] = written;
    this.#at += written;
  }

  /** Length and the bytes that hex digits stand for. */
  hex(digits: string): void {
    const length = digits.length >> 1;
    this.#room(length + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at++] = length;
    for (let each = 0; each < digits.length; each += 2) {
      const high = nibbles[digits.charCodeAt(each)] as number;
      bytes[at++] = (high << 4) | (nibbles[digits.charCodeAt(each + 1)] as number);
    }
    this.#at = at;
  }

  fixed32(value: number): void {
    this.#room(4);
    this.#at = this.#bytes.writeUInt32LE(value, this.#at);
  }

  double(value: number): void {
    this.#room(8);
    this.#at = this.#bytes.writeDoubleLE(value, this.#at);
  }

  /** Milliseconds since 1970 as nanoseconds, which no number holds exactly: by halves, without a BigInt. */
  nanoseconds(milliseconds: number): void {
    const seconds = Math.floor(milliseconds / 1000);
    const nanos = Math.round((milliseconds - seconds * 1000) * 1e6);
    const upper = Math.floor(seconds / 65_536) * 1e9;
    const lower = (upper % 65_536) * 65_536 + (seconds % 65_536) * 1e9 + nanos;
    this.fixed32(lower % two32);
    this.fixed32(Math.floor(upper / 65_536) + Math.floor(lower / two32));
  }

  /** Leaves room for the length of a message whose size is not known yet; returns where it begins. */
  open(): number {
    this.#room(4);
    this.#at += 4;
    return this.#at;
  }

  /** Fills in the length, as four bytes whatever it is: up to 256 MiB, and every decoder takes it. */
  close(start: number): void {
    const length = this.#at - start;
    const bytes = this.#bytes;
    bytes[start - 4] = (length & 127) | 128;
    bytes[start - 3] = ((length >> 7) & 127) | 128;
    bytes[start - 2] = ((length >> 14) & 127) | 128;
    bytes[start - 1] = (length >> 21) & 127;
  }

  /** Writes the characters and returns their bytes; ASCII in place, the rest by the native encoder. */
  #characters(text: string): number {
    if (text.length > loopUpTo) return this.#bytes.write(text, this.#at);
    const bytes = this.#bytes;
    const start = this.#at;
    for (let each = 0; each < text.length; each += 1) {
      const code = text.charCodeAt(each);
      if (code > 127) return bytes.write(text, start);
      bytes[start + each] = code;
    }
    return text.length;
  }

  #room(size: number): void {
    if (this.#at + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + size));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}
