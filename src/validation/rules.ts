import { getMetadataStorage } from 'class-validator';
import { asynchronous } from './mistake.ts';
import type { Check, Property } from './shape.ts';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What class-validator knows of one property. */
export type Rules = Pick<Property, 'conditions' | 'checks' | 'nested'>;

// class-validator's ValidationTypes; its index does not export them.
const conditional = 'conditionalValidation';
const nestedValidation = 'nestedValidation';
const whitelist = 'whitelistValidation';
const checked: readonly string[] = ['customValidation', 'isDefined'];
const understood: readonly string[] = [conditional, nestedValidation, whitelist, ...checked];

/** The rules of a class and its ancestors by property, in class-validator's own order. */
export function rulesOf(target: abstract new () => unknown): ReadonlyMap<string, Rules> {
  // No schema and no groups: the same question that `validateSync` asks without options.
  const all = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const byProperty = new Map<string, Metadata[]>();
  for (const metadata of all) {
    const known = byProperty.get(metadata.propertyName);
    if (known) known.push(metadata);
    else byProperty.set(metadata.propertyName, [metadata]);
  }
  return new Map([...byProperty].map(([name, list]) => [name, compileRules(target.name, name, list)]));
}

function compileRules(owner: string, name: string, list: readonly Metadata[]): Rules {
  if (list.some(({ type }) => !understood.includes(type))) throw asynchronous(owner, name, 'ValidatePromise');
  return {
    conditions: list
      .filter((metadata) => metadata.type === conditional)
      .map((metadata) => metadata.constraints[0] as Rules['conditions'][number]),
    checks: list.filter(({ type }) => checked.includes(type)).flatMap((m) => checksOf(owner, name, m)),
    nested: list.some((metadata) => metadata.type === nestedValidation),
  };
}

function checksOf(owner: string, name: string, metadata: Metadata): readonly Check[] {
  const constraints = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  return constraints.map((constraint) => {
    if (constraint.async) throw asynchronous(owner, name, constraint.name || 'without a name');
    return {
      constraint: constraint.instance,
      each: metadata.each,
      parameters: metadata.constraints,
      validateIf: metadata.validateIf,
    };
  });
}
