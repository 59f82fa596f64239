import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';

/** A class that can be made without arguments. */
export type Instantiable = new () => Record<string, unknown>;

/** One constraint of class-validator on one property. */
export interface Check {
  readonly constraint: ValidatorConstraintInterface;
  readonly each: boolean;
  readonly parameters: ValidationArguments['constraints'];
  readonly validateIf: ((object: object, value: unknown) => boolean) | undefined;
}

/** What the declared type says of a value: a list, one object of a class, or anything. */
export type Kind = 'list' | 'object' | 'any';

/** How a string becomes the declared type; also used for what `@Type(() => Date)` names. */
export type Scalar = 'number' | 'boolean' | 'date' | 'string';

/** All that is known of one property of a payload class. */
export interface Property {
  readonly name: string;
  readonly kind: Kind;
  /** All must hold for the checks to apply: `@IsOptional`, `@ValidateIf`. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly Check[];
  /** `@ValidateNested`. */
  readonly nested: boolean;
  /** Shape of the value, or of its elements. */
  readonly shape: Shape | undefined;
  /** Declared type when it is a scalar, of the value or its elements. */
  readonly scalar: Scalar | undefined;
  /** Whether `@Type` asks for the scalar to be converted out of JSON as well. */
  readonly converted: boolean;
  /** A getter without a setter: judged, never assigned. */
  readonly computed: boolean;
}

/** One payload class, compiled. Shapes of classes that contain themselves are cyclic. */
export interface Shape {
  readonly class: Instantiable;
  readonly properties: readonly Property[];
  readonly byName: ReadonlyMap<string, Property>;
  /** No property has a rule: only the names of properties and the bounds are judged. */
  readonly open: boolean;
}
