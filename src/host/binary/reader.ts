import { Malformed } from './malformed.ts';

const text = new TextDecoder('utf-8', { fatal: true });

/** Walks the binary format; every step is checked against the end, so that hostile bytes end in Malformed. */
export class Reader {
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  byte(): number {
    if (this.position >= this.end) throw new Malformed('ends too early');
    return this.bytes[this.position++] as number;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0xffff_ffff) break;
        return value;
      }
    }
    throw new Malformed('has a number that is too long');
  }

  skipNumber(): void {
    for (let length = 0; length < 10; length++) if (this.byte() < 0x80) return;
    throw new Malformed('has a number that is too long');
  }

  skip(length: number): void {
    if (length > this.end - this.position) throw new Malformed('ends too early');
    this.position += length;
  }

  slice(length: number): Uint8Array {
    const start = this.position;
    this.skip(length);
    return this.bytes.subarray(start, this.position);
  }

  /** A reader of the next bytes only. */
  part(length: number): Reader {
    const start = this.position;
    this.skip(length);
    return new Reader(this.bytes, start, this.position);
  }

  rest(): Uint8Array {
    return this.slice(this.end - this.position);
  }

  name(): string {
    const bytes = this.slice(this.unsigned());
    try {
      return text.decode(bytes);
    } catch {
      throw new Malformed('has a name that is not UTF-8');
    }
  }
}
