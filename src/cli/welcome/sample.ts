import { randomUUID } from 'node:crypto';
import { getMetadataStorage } from 'class-validator';
import type { Class } from '../../interfaces/index.ts';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Values that meet the common rules of class-validator; what no rule tells apart becomes a text. */
const values: Readonly<Record<string, (rule: Rule) => unknown>> = {
  isUuid: () => randomUUID(),
  isInt: () => 1,
  isNumber: () => 1,
  isPositive: () => 1,
  min: ({ constraints }) => Math.max(1, Number(constraints[0])),
  isBoolean: () => true,
  isEmail: () => 'someone@example.org',
  isUrl: () => 'https://example.org',
  isDateString: () => new Date().toISOString(),
  isIso8601: () => new Date().toISOString(),
  isDate: () => new Date().toISOString(),
  isArray: () => [],
  isObject: () => ({}),
  isIn: ({ constraints }) => (constraints[0] as readonly unknown[])[0],
  isEnum: ({ constraints }) => Object.values(constraints[0] as object)[0],
  minLength: ({ constraints }) => 'text'.padEnd(Number(constraints[0]), '.'),
};

/** Makes sample payloads for people to try; the same property name gets the same value in all of them. */
export class Samples {
  readonly #kept = new Map<string, unknown>();

  /** Plain data with a value for every property that is not optional. */
  of(payload: Class): Readonly<Record<string, unknown>> {
    const rules = getMetadataStorage().getTargetValidationMetadatas(payload, '', true, false);
    const sample: Record<string, unknown> = {};
    for (const property of new Set(rules.map(({ propertyName }) => propertyName))) {
      const own = rules.filter(({ propertyName }) => propertyName === property);
      if (!own.some(({ type }) => type === 'conditionalValidation'))
        sample[property] = this.#value(property, own);
    }
    return sample;
  }

  #value(property: string, rules: readonly Rule[]): unknown {
    const names = rules.map(({ name }) => name ?? '');
    // The last rule of the table decides: `min` says more than `isInt`.
    const name = Object.keys(values).findLast((known) => names.includes(known)) ?? '';
    const key = `${property} ${name}`;
    if (!this.#kept.has(key)) {
      const rule = rules[names.indexOf(name)];
      this.#kept.set(key, rule ? values[name]?.(rule) : 'text');
    }
    return this.#kept.get(key);
  }
}
