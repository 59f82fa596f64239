import type { ValidationArguments } from 'class-validator';
import { isBounded, maximumDepth, maximumLength } from './bounds.ts';
import { asynchronous } from './mistake.ts';
import type { Check, Property, Shape } from './shape.ts';

/**
 * Whether class-validator would accept an instance, found by calling its constraints directly. `false` also means
 * "not sure": class-validator itself decides then. `strict` judges names and bounds too, for instances that were
 * not made by `convert`.
 */
export function accepts(shape: Shape, object: object, depth: number, strict: boolean): boolean {
  if (strict && !hasKnownKeys(shape, object, depth)) return false;
  const data = object as Readonly<Record<string, unknown>>;
  for (const property of shape.properties) {
    if (!acceptsProperty(property, object, data[property.name], depth, strict)) return false;
  }
  return true;
}

function hasKnownKeys(shape: Shape, object: object, depth: number): boolean {
  if (depth > maximumDepth) return false;
  for (const key of Object.keys(object)) if (!shape.byName.has(key)) return false;
  return true;
}

function acceptsProperty(
  property: Property,
  object: object,
  value: unknown,
  depth: number,
  strict: boolean,
): boolean {
  if (!hasKind(property, value)) return false;
  if (strict && !(property.nested && property.shape) && !isBounded(value, depth + 1)) return false;
  for (const condition of property.conditions) {
    // A nested value that is not to be judged is still kept within bounds.
    if (!condition(object, value)) return !strict || isBounded(value, depth + 1);
  }
  for (const check of property.checks) if (!passes(check, property.name, object, value)) return false;
  return !property.nested || value === undefined || acceptsNested(property, value, depth + 1, strict);
}

/** Whether a value is a list where a list is declared, and one object where one is. */
export function hasKind(property: Property, value: unknown): boolean {
  if (property.kind === 'any' || value === undefined || value === null) return true;
  return property.kind === 'list' ? Array.isArray(value) : !Array.isArray(value);
}

function acceptsNested(property: Property, value: unknown, depth: number, strict: boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { shape } = property;
  if (shape === undefined) return false;
  if (!Array.isArray(value)) {
    return Object.getPrototypeOf(value) === shape.class.prototype && accepts(shape, value, depth, strict);
  }
  if (strict && (depth > maximumDepth || value.length > maximumLength)) return false;
  for (const element of value as readonly unknown[]) {
    if (element !== undefined && !acceptsNested(property, element, depth + 1, strict)) return false;
  }
  return true;
}

function passes(check: Check, name: string, object: object, value: unknown): boolean {
  if (check.validateIf !== undefined && !check.validateIf(object, value)) return true;
  const { constraint } = check;
  const facts = {
    targetName: object.constructor.name,
    property: name,
    object,
    value,
    constraints: check.parameters,
  };
  if (!check.each || typeof value !== 'object' || value === null) {
    return isKept(constraint.validate(value, facts), facts);
  }
  if (!Array.isArray(value)) {
    return (
      !(value instanceof Set || value instanceof Map) && isKept(constraint.validate(value, facts), facts)
    );
  }
  for (const element of value as readonly unknown[]) {
    if (!isKept(constraint.validate(element, facts), facts)) return false;
  }
  return true;
}

/** A promise is truthy and would count as kept; a constraint's sloppy `1` is left to class-validator. */
function isKept(verdict: unknown, facts: ValidationArguments): boolean {
  if (verdict === true) return true;
  if (typeof verdict !== 'object' || verdict === null || !('then' in verdict)) return false;
  Promise.resolve(verdict).catch(() => undefined);
  throw asynchronous(facts.targetName, facts.property, 'without a name');
}
