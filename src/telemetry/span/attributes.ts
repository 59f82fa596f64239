import type { Attributes, AttributeValue } from '../telemetry.ts';

/** Whether a value may be recorded: never an object, so that no payload slips in. */
export function isRecordable(value: unknown): value is AttributeValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Attributes being gathered for export, within limits. */
export class Gathered {
  readonly values: Record<string, AttributeValue> = {};
  dropped = 0;
  #count = 0;
  readonly #most: number;
  readonly #length: number;

  constructor(most: number, length: number) {
    this.#most = most;
    this.#length = length;
  }

  put(key: string, value: unknown): void {
    if (!isRecordable(value) || key === '') {
      this.dropped += 1;
      return;
    }
    if (!Object.hasOwn(this.values, key)) {
      if (this.#count >= this.#most) {
        this.dropped += 1;
        return;
      }
      this.#count += 1;
    }
    this.values[key] = this.#cut(value);
  }

  putAll(attributes: Attributes | undefined): void {
    for (const key in attributes) this.put(key, attributes[key]);
  }

  #cut(value: AttributeValue): AttributeValue {
    if (typeof value === 'string') return value.length > this.#length ? value.slice(0, this.#length) : value;
    return typeof value === 'object' ? value.map((each) => each.slice(0, this.#length)) : value;
  }
}
