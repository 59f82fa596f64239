import { hasKind } from './accept.ts';
import { isBounded, maximumDepth, maximumLength } from './bounds.ts';
import type { Property, Shape } from './shape.ts';
import { revive } from './text.ts';

/** Stands for data that does not become an instance; why is found out apart, off the fast path. */
export const refused = Symbol('remit.refused');

type Data = Readonly<Record<string, unknown>>;

/**
 * An instance of the shape's class, nested ones included, from an object's own properties. `lenient` leaves out
 * what is unknown instead of refusing it. Bounds are judged on the way down, so recursion ends at the limit.
 */
export function convert(
  shape: Shape,
  source: object,
  depth: number,
  lenient: boolean,
): object | typeof refused {
  const instance = new shape.class();
  const data = source as Data;
  for (const key of Object.keys(source)) {
    const property = shape.byName.get(key);
    if (property === undefined) {
      if (lenient) continue;
      return refused;
    }
    if (property.computed) continue;
    const value = data[key];
    if (typeof value !== 'object' || value === null) {
      instance[key] = property.scalar === undefined ? value : revive(value, property);
      continue;
    }
    const converted = convertObject(property, value, depth + 1, lenient);
    if (converted === refused) return refused;
    instance[key] = converted;
  }
  return instance;
}

function convertObject(property: Property, value: object, depth: number, lenient: boolean): unknown {
  const typed = property.shape !== undefined || property.converted;
  if (!typed || !hasKind(property, value)) return isBounded(value, depth) ? value : refused;
  return convertTyped(property, value, depth, lenient);
}

function convertTyped(property: Property, value: object, depth: number, lenient: boolean): unknown {
  if (depth > maximumDepth) return refused;
  if (!Array.isArray(value)) {
    if (property.shape && isRecord(value)) return convert(property.shape, value, depth, lenient);
    return isBounded(value, depth) ? value : refused;
  }
  if (value.length > maximumLength) return refused;
  const list: unknown[] = [];
  for (const element of value as readonly unknown[]) {
    const converted =
      typeof element === 'object' && element !== null
        ? convertTyped(property, element, depth + 1, lenient)
        : revive(element, property);
    if (converted === refused) return refused;
    list.push(converted);
  }
  return list;
}

/** Whether a value is an object with properties, rather than a date, bytes or a collection. */
function isRecord(value: object): boolean {
  return !(
    value instanceof Date ||
    ArrayBuffer.isView(value) ||
    value instanceof Map ||
    value instanceof Set ||
    value instanceof Promise
  );
}
