import type { Property, Scalar } from './shape.ts';

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A string as a scalar; unchanged when it does not look like one, so that the rules refuse it by name. */
export function fromText(text: string, scalar: Scalar | undefined): unknown {
  if (scalar === 'number') return numberOf(text) ?? text;
  if (scalar === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return scalar === 'date' ? (dateOf(text) ?? text) : text;
}

/** The number that a string writes; an integer beyond 2^53 is none, since it would silently become another one. */
function numberOf(text: string): number | undefined {
  const value = number.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : value;
}

/** The instant that an ISO 8601 string names. */
export function dateOf(text: string): Date | undefined {
  if (text.length > 40 || !instant.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A scalar out of JSON, as the property declares it. Dates always, others where `@Type` asks for it. */
export function revive(value: unknown, property: Property): unknown {
  const { scalar } = property;
  if (typeof value === 'string') {
    return scalar === 'date' || property.converted ? fromText(value, scalar) : value;
  }
  if (!property.converted) return value;
  if (scalar === 'date' && typeof value === 'number') return new Date(value);
  if (scalar === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return value;
}

/** What a path or query says of one property: `?tag=a` is a list of one where a list is declared. */
export function textValue(value: unknown, property: Property): unknown {
  if (typeof value === 'string') {
    const converted = fromText(value, property.scalar);
    return property.kind === 'list' ? [converted] : converted;
  }
  if (!Array.isArray(value)) return value;
  return value.map((element: unknown) =>
    typeof element === 'string' ? fromText(element, property.scalar) : element,
  );
}
