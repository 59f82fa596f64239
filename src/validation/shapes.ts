import { mistake } from './mistake.ts';
import { type Rules, rulesOf } from './rules.ts';
import type { Instantiable, Kind, Property, Scalar, Shape } from './shape.ts';
import { isCustom, typedAs } from './transformer.ts';

/** The shapes of a class and of every class nested in it. */
export interface Shapes {
  readonly root: Shape;
  /** class-transformer has to convert at least one of them. */
  readonly custom: boolean;
}

type Known = Map<Instantiable, Shape & { properties: Property[]; byName: Map<string, Property> }>;

/** @throws DiagnosticsError when a class cannot serve as a payload. */
export function compileShapes(target: Instantiable): Shapes {
  const known: Known = new Map();
  const root = compileShape(target, known);
  return {
    root,
    custom: [...known].some(([type, shape]) => isCustom(type, [...shape.byName.keys()])),
  };
}

function compileShape(target: Instantiable, known: Known): Shape {
  const compiled = known.get(target);
  if (compiled) return compiled;
  const rules = rulesOf(target);
  const own = fieldsOf(target);
  const open = rules.size === 0;
  const shape = {
    class: target,
    properties: [] as Property[],
    byName: new Map<string, Property>(),
    open,
  };
  known.set(target, shape);
  for (const name of open ? own : rules.keys()) {
    const property = compileProperty(target, name, rules.get(name), known);
    shape.properties.push(property);
    shape.byName.set(name, property);
  }
  const bare = open ? undefined : own.find((name) => !rules.has(name));
  if (bare !== undefined) {
    throw mistake(
      'RMT4031',
      `${target.name}.${bare} has no validation rule, while other properties of ${target.name} have.`,
      `import { Allow } from 'class-validator';\n\n@Allow() ${bare}  // or the rule it has to keep`,
    );
  }
  return shape;
}

/** Properties that an instance has of its own before anything is assigned. */
function fieldsOf(target: Instantiable): readonly string[] {
  try {
    return Object.keys(new target());
  } catch (error) {
    throw mistake(
      'RMT4030',
      `${target.name} cannot be made without arguments: ${error instanceof Error ? error.message : String(error)}`,
      `Let the constructor of ${target.name} only store its parameters: constructor(id: string) { this.id = id }`,
    );
  }
}

function compileProperty(
  target: Instantiable,
  name: string,
  rules: Rules | undefined,
  known: Known,
): Property {
  // oxlint-disable-next-line no-restricted-properties -- like class-validator's rules, the declared type is part of what a payload class says, and is read at start only
  const design: unknown = Reflect.getMetadata?.('design:type', target.prototype as object, name);
  const typed = typedAs(target, name);
  const scalar = scalarOf(typed ? typed.type : design);
  const type =
    scalar === undefined ? (typed ? typed.type : rules?.nested ? classOf(design) : undefined) : undefined;
  const shape =
    typeof type === 'function' ? nestedShape(target, name, type as Instantiable, known) : undefined;
  if ((rules?.nested || typed) && shape === undefined && scalar === undefined)
    throw unknownNested(target, name);
  const getter = accessor(target.prototype as object, name);
  return {
    name,
    kind: kindOf(design, shape),
    conditions: rules?.conditions ?? [],
    checks: rules?.checks ?? [],
    nested: rules?.nested ?? false,
    shape,
    scalar,
    converted: typed !== undefined && scalar !== undefined,
    computed: getter !== undefined && getter.set === undefined,
  };
}

function nestedShape(target: Instantiable, name: string, type: Instantiable, known: Known): Shape {
  const shape = compileShape(type, known);
  if (!shape.open) return shape;
  throw mistake(
    'RMT4032',
    `${target.name}.${name} holds ${type.name}, and no property of ${type.name} has a validation rule.`,
    `Give the properties of ${type.name} rules of class-validator: @IsString() name!: string`,
  );
}

function unknownNested(target: Instantiable, name: string): Error {
  return mistake(
    'RMT4032',
    `${target.name}.${name} is @ValidateNested, and no class is known for what it holds.`,
    `import { Type } from 'class-transformer';\n\n@ValidateNested() @Type(() => Line) ${name}!: Line[]`,
  );
}

function kindOf(design: unknown, shape: Shape | undefined): Kind {
  if (design === Array) return 'list';
  return shape !== undefined && design === shape.class ? 'object' : 'any';
}

function scalarOf(type: unknown): Scalar | undefined {
  if (type === Number) return 'number';
  if (type === Boolean) return 'boolean';
  if (type === Date) return 'date';
  return type === String ? 'string' : undefined;
}

const builtIn: readonly unknown[] = [Object, Array, Map, Set, Promise, Function, Symbol, BigInt];

function classOf(design: unknown): unknown {
  return builtIn.includes(design) ? undefined : design;
}

function accessor(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let owner: object | null = prototype; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor) return descriptor.get ? descriptor : undefined;
  }
  return undefined;
}
