import type { Limits } from '../../settings/limits.ts';
import { Gathered } from '../../span/attributes.ts';
import type { Attributes, AttributeValue } from '../../telemetry.ts';
import { Writer } from './writer.ts';

/** `repeated KeyValue`, each key at 1 and its `AnyValue` at 2. */
export function writeAttribute(writer: Writer, field: number, key: string, value: AttributeValue): void {
  writer.tag(field, 2);
  const pair = writer.open();
  writer.tag(1, 2);
  writer.text(key);
  writer.tag(2, 2);
  const any = writer.open();
  writeValue(writer, value);
  writer.close(any);
  writer.close(pair);
}

export function writeAttributes(writer: Writer, field: number, attributes: Attributes): void {
  for (const key in attributes) writeAttribute(writer, field, key, attributes[key] as AttributeValue);
}

function writeValue(writer: Writer, value: AttributeValue): void {
  if (typeof value === 'string') {
    writer.tag(1, 2);
    writer.text(value);
  } else if (typeof value === 'boolean') {
    writer.tag(2, 0);
    writer.varint(value ? 1 : 0);
  } else if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) {
      writer.tag(3, 0);
      writer.integer(value);
    } else {
      writer.tag(4, 1);
      writer.double(value);
    }
  } else {
    writer.tag(5, 2);
    const list = writer.open();
    for (const each of value) {
      writer.tag(1, 2);
      const any = writer.open();
      writeValue(writer, each);
      writer.close(any);
    }
    writer.close(list);
  }
}

/** A convention's attributes, encoded once. */
export interface EncodedAttributes {
  readonly bytes: Uint8Array;
  readonly keys: ReadonlySet<string>;
  readonly dropped: number;
}

const none: EncodedAttributes = { bytes: new Uint8Array(0), keys: new Set(), dropped: 0 };

/** Encodes attributes within limits; frozen ones, which cannot change, once and for all. */
export class AttributeEncoder {
  readonly #known = new WeakMap<Attributes, EncodedAttributes>();
  readonly #field: number;
  readonly #limits: Limits;

  constructor(field: number, limits: Limits) {
    this.#field = field;
    this.#limits = limits;
  }

  encode(attributes: Attributes | undefined): EncodedAttributes {
    if (attributes === undefined) return none;
    const known = this.#known.get(attributes);
    if (known !== undefined) return known;
    const gathered = new Gathered(this.#limits.attributes, this.#limits.length);
    gathered.putAll(attributes);
    const writer = new Writer(512);
    writeAttributes(writer, this.#field, gathered.values);
    const keys = new Set(Object.keys(gathered.values));
    const encoded = { bytes: writer.done(), keys, dropped: gathered.dropped };
    if (Object.isFrozen(attributes)) this.#known.set(attributes, encoded);
    return encoded;
  }
}
