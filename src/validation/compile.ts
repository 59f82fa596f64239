import { instanceToPlain, plainToInstance } from 'class-transformer';
import { RemitError } from '../errors/index.ts';
import { accepts } from './accept.ts';
import { isBounded } from './bounds.ts';
import { convert, refused } from './convert.ts';
import type { Payload, Violation } from './payload.ts';
import { toPlain } from './plain.ts';
import type { Instantiable, Shape } from './shape.ts';
import { compileShapes } from './shapes.ts';
import { fromText, textValue } from './text.ts';
import { broken, excesses, misfits } from './violations.ts';

/**
 * Compiles validation and conversion of a payload class, with all classes nested in it. Valid data takes a fast
 * path that calls class-validator's constraints directly; whatever that path does not accept, class-validator
 * itself decides.
 *
 * @throws DiagnosticsError RMT4030–RMT4033 when the class cannot serve as a payload.
 */
export function compilePayload<T extends object>(
  target: abstract new (...parameters: never[]) => T,
): Payload<T> {
  const { root, custom } = compileShapes(target as unknown as Instantiable);
  const compiled = custom ? new CustomPayload(root) : new CompiledPayload(root);
  return compiled as Payload as Payload<T>;
}

class CompiledPayload implements Payload {
  protected readonly shape: Shape;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  parse(plain: unknown): object {
    if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) {
      const instance = convert(this.shape, plain, 1, false);
      if (instance !== refused && accepts(this.shape, instance, 1, false)) return instance;
    }
    return this.decide(plain);
  }

  parseText(plain: Readonly<Record<string, unknown>>): object {
    const data: Record<string, unknown> = {};
    for (const key of Object.keys(plain)) {
      const property = this.shape.byName.get(key);
      // Defined, not assigned: a key named __proto__ has to arrive to be refused.
      const value = property ? textValue(plain[key], property) : plain[key];
      Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return this.parse(data);
  }

  fromText(property: string, text: string): unknown {
    return fromText(text, this.shape.byName.get(property)?.scalar);
  }

  check(value: unknown): object {
    if (value instanceof this.shape.class && accepts(this.shape, value, 1, true)) return value;
    return this.parse(value);
  }

  toPlain(value: object): unknown {
    return toPlain(this.shape, value);
  }

  /** Off the fast path: why data is refused or, for what that path does not understand, whether it is. */
  protected decide(plain: unknown): object {
    const excess = excesses(plain);
    if (excess.length > 0) throw this.refusal(excess);
    const found = misfits(this.shape, plain);
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) throw this.refusal(found);
    const instance = convert(this.shape, plain, 1, true);
    if (instance === refused) throw this.refusal(found);
    // What class-validator says below a value of the wrong kind would only confuse.
    const told = (path: string): boolean =>
      found.some((misfit) => misfit.path === path || path.startsWith(`${misfit.path}[`));
    const all = this.shape.open ? found : [...found, ...broken(instance).filter(({ path }) => !told(path))];
    if (all.length > 0) throw this.refusal(all);
    return instance;
  }

  protected refusal(violations: readonly Violation[]): RemitError {
    const [first] = violations;
    // class-validator's messages begin with the name of the property themselves.
    const where = first?.path && !first.message.startsWith(first.path) ? `${first.path}: ` : '';
    const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
    return new RemitError(
      'RMT3021',
      `${this.shape.class.name}: ${where}${first?.message ?? 'refused'}${more}`,
      {
        details: { violations },
      },
    );
  }
}

/** A payload that class-transformer converts: its decorators may rename, hide and compute properties. */
class CustomPayload extends CompiledPayload {
  override parse(plain: unknown): object {
    return this.decide(plain);
  }

  override check(value: unknown): object {
    if (value instanceof this.shape.class && accepts(this.shape, value, 1, true)) return value;
    return this.decide(value);
  }

  override toPlain(value: object): unknown {
    const plain = instanceToPlain(value);
    // What JSON cannot carry, a BigInt, is found here, where the sender can be told.
    JSON.stringify(plain);
    return plain;
  }

  protected override decide(plain: unknown): object {
    const excess = excesses(plain);
    if (excess.length > 0) throw this.refusal(excess);
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
      throw this.refusal(misfits(this.shape, plain));
    }
    const instance: object = plainToInstance(this.shape.class, plain);
    if (!isBounded(instance, 1)) throw this.refusal(excesses(instance));
    if (accepts(this.shape, instance, 1, true)) return instance;
    const found = this.shape.open ? misfits(this.shape, instance) : broken(instance);
    if (found.length > 0) throw this.refusal(found);
    return instance;
  }
}
