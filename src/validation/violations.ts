import { type ValidationError, validateSync } from 'class-validator';
import { hasKind } from './accept.ts';
import { excessOf, join, maximumDepth, maximumLength } from './bounds.ts';
import type { Violation } from './payload.ts';
import type { Shape } from './shape.ts';

/** More would only repeat themselves, and their number is chosen by whoever sent the payload. */
const most = 50;

const wording = {
  depth: `data may nest ${maximumDepth} levels at most`,
  length: `a list may have ${maximumLength} elements at most`,
  unknownProperty: 'this property does not exist here',
} as const;

/** What leaves the bounds, before any class is asked. */
export function excesses(plain: unknown): readonly Violation[] {
  const excess = excessOf(plain, 1, '');
  return excess ? [{ ...excess, message: wording[excess.rule] }] : [];
}

/** Names that a class does not know and containers other than declared, nested ones included. `data` is within bounds. */
export function misfits(shape: Shape, data: unknown, path = ''): readonly Violation[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return [{ path, rule: 'type', message: 'this must be an object' }];
  }
  const found: Violation[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (found.length >= most) break;
    const inner = join(path, key);
    const property = shape.byName.get(key);
    if (!property) found.push({ path: inner, rule: 'unknownProperty', message: wording.unknownProperty });
    else if (!hasKind(property, value)) {
      const message =
        property.kind === 'list' ? 'this must be a list' : 'this must be one object, not a list';
      found.push({ path: inner, rule: 'type', message });
    } else if (property.shape) found.push(...nestedMisfits(property.shape, value, inner));
  }
  return found;
}

function nestedMisfits(shape: Shape, value: unknown, path: string): readonly Violation[] {
  if (Array.isArray(value)) {
    const found: Violation[] = [];
    for (let index = 0; index < value.length && found.length < most; index++) {
      found.push(...nestedMisfits(shape, value[index], `${path}[${index}]`));
    }
    return found;
  }
  // What is no object at all is left to class-validator, which knows whether it may be absent.
  return typeof value === 'object' && value !== null ? misfits(shape, value, path) : [];
}

/** class-validator's own verdict on an instance. */
export function broken(instance: object): readonly Violation[] {
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  const found: Violation[] = [];
  for (const error of errors) flatten(error, '', found);
  return found.slice(0, most);
}

function flatten(error: ValidationError, parent: string, found: Violation[]): void {
  if (found.length >= most) return;
  // class-validator leaves the name out when it does not know the value's class.
  const name = (error.property as string | undefined) ?? '';
  const path = /^\d+$/.test(name) ? `${parent}[${name}]` : join(parent, name);
  for (const [rule, message] of Object.entries(error.constraints ?? {})) {
    found.push(
      rule === 'whitelistValidation'
        ? { path, rule: 'unknownProperty', message: wording.unknownProperty }
        : { path, rule, message },
    );
  }
  for (const child of error.children ?? []) flatten(child, path, found);
}
