/** Options of `TextDecoder`. */
export interface TextDecoderOptions {
  /** Throw a TypeError at what is no UTF-8, instead of U+FFFD in its place. Default: false. */
  readonly fatal?: boolean;
  /** Keep a byte order mark. Default: false. */
  readonly ignoreBOM?: boolean;
}

/** The least code point of each length: what has fewer bytes was not to be written in so many. */
const least = [0, 0x80, 0x800, 0x10000];

/** Bytes that follow a first byte; `-1`: it is none. */
function following(first: number): number {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first < 0xe0) return 1;
  if (first >= 0xe0 && first < 0xf0) return 2;
  return first >= 0xf0 && first < 0xf5 ? 3 : -1;
}

/** Whether a second byte may stand after the first, with `rest` bytes more than the first in all. */
function fits(code: number, rest: number, done: number): boolean {
  const low = code << (6 * (rest - done));
  const high = ((code + 1) << (6 * (rest - done))) - 1;
  return high >= (least[rest] ?? 0) && low <= 0x10ffff && !(low >= 0xd800 && high <= 0xdfff);
}

/** `TextDecoder` for QuickJS guests, which have none: UTF-8 only, one whole text at a time. */
export class TextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label = 'utf-8', { fatal = false, ignoreBOM = false }: TextDecoderOptions = {}) {
    if (!/^\s*utf-?8\s*$/iu.test(label)) throw new RangeError(`only utf-8 is decoded here, not ${label}`);
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
  }

  /** The text of some bytes. @throws TypeError with `fatal` when they are no UTF-8. */
  decode(bytes: Uint8Array = new Uint8Array()): string {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const parts: string[] = [];
    for (let at = marked && !this.ignoreBOM ? 3 : 0; at < bytes.length;) {
      const rest = following(bytes[at] ?? 0);
      let code = rest === 0 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) & (0x3f >> rest);
      let done = 0;
      while (done < rest) {
        const next = bytes[at + done + 1] ?? 0;
        const longer = (code << 6) | (next & 0x3f);
        if ((next & 0xc0) !== 0x80 || !fits(longer, rest, done + 1)) break;
        code = longer;
        done += 1;
      }
      const whole = rest >= 0 && done === rest;
      if (!whole && this.fatal) throw new TypeError(`no UTF-8 at byte ${at}`);
      parts.push(whole ? String.fromCodePoint(code) : '\u{fffd}');
      at += done + 1;
    }
    return parts.join('');
  }
}
