import type { Property, Shape } from './shape.ts';

/** Plain JSON-able data of an instance; properties without a value are left out. */
export function toPlain(shape: Shape, instance: object): Record<string, unknown> {
  const data = instance as Readonly<Record<string, unknown>>;
  const plain: Record<string, unknown> = {};
  for (const property of shape.properties) {
    const value = data[property.name];
    if (value === undefined) continue;
    plain[property.name] =
      typeof value === 'object' && value !== null ? plainOf(property, value) : scalar(property, value);
  }
  return plain;
}

function plainOf(property: Property, value: object): unknown {
  if (Array.isArray(value)) {
    return value.map((element: unknown) =>
      typeof element === 'object' && element !== null
        ? plainOf(property, element)
        : scalar(property, element),
    );
  }
  if (property.shape && Object.getPrototypeOf(value) === property.shape.class.prototype) {
    return toPlain(property.shape, value);
  }
  // JSON decides what of any other object travels: dates as text, toJSON where there is one.
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

/** JSON has no such number, and would say so only where nobody knows the property any more. */
function scalar(property: Property, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  throw new TypeError(`${property.name} holds a BigInt, which JSON cannot carry; send it as text.`);
}
