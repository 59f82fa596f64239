import { utf8 } from './utf8.ts';

/** `TextEncoder` for QuickJS guests, which have none: UTF-8 only, as everywhere. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  /** UTF-8 of a text. Lone surrogates become U+FFFD. */
  encode(text = ''): Uint8Array {
    return utf8(text);
  }
}
