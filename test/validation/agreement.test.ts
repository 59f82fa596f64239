import { describe, expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsDate,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  registerDecorator,
  Validate,
  ValidateIf,
  ValidateNested,
  validateSync,
  ValidatorConstraint,
} from 'class-validator';
import * as fc from 'fast-check';
import { RemitError } from '../../src/errors/index.ts';
import { compilePayload } from '../../src/validation/index.ts';

@ValidatorConstraint({ name: 'truthy' })
class Sloppy {
  validate(value: unknown): boolean {
    return value as boolean;
  }
}

function Even(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value, facts) =>
          typeof value === 'number' && value % 2 === 0 && facts?.property === propertyName,
      },
    });
  };
}

class Named {
  @IsNotEmpty() @IsString() name!: string;
}

class Leaf extends Named {
  @IsOptional() @IsInt() @Min(0, { groups: ['grown'] }) @Max(9, { always: true }) size?: number;
}

class Tree {
  @IsIn(['a', 'b']) kind!: string;
  @IsOptional() @ValidateNested() @Type(() => Tree) left?: Tree;
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => Leaf) leaves!: Leaf[];
}

class Wide {
  @IsUUID() a!: unknown;
  @IsOptional() @IsEmail() b!: unknown;
  @ValidateIf((wide: Wide) => wide.d === true) @IsNumber() c!: unknown;
  @IsBoolean() d!: unknown;
  @Allow() e!: unknown;
  @IsString({ each: true }) @Length(1, 3, { each: true }) f!: unknown;
  @IsDefined() g!: unknown;
  @Validate(Sloppy) h!: unknown;
  @IsInt({ validateIf: (_wide, value) => value !== 'skip' }) i!: unknown;
  @IsOptional() @Even() j!: unknown;
  @Matches(/^x/) @Equals('xx') k!: unknown;
  @IsOptional() @IsObject() l!: unknown;
  @IsOptional() @IsDate() m!: unknown;
  @IsOptional() @ValidateNested() @Type(() => Leaf) n!: unknown;
  @ValidateNested() @Type(() => Leaf) o!: unknown;
}

const options = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

const scalars = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    false,
    '',
    'x',
    'xx',
    'skip',
    'a@b.example',
    'a',
    'b',
    0,
    1,
    2,
    1.5,
    Number.NaN,
  ),
  fc.uuid(),
  fc.string({ maxLength: 4 }),
  fc.date({ noInvalidDate: false }),
);
const leaf = fc.record(
  { name: scalars, size: fc.oneof(fc.integer({ min: -2, max: 12 }), scalars), extra: scalars },
  { requiredKeys: [] },
);
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(null, undefined) },
  { weight: 6, arbitrary: scalars },
  { weight: 2, arbitrary: fc.array(fc.oneof(scalars, leaf), { maxLength: 3 }) },
  { weight: 2, arbitrary: leaf },
  // Names that reach a prototype are Remit's own to refuse.
  fc.object({ maxDepth: 2, key: fc.string({ unit: fc.constantFrom('a', 'b') }) }),
);
const right: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  a: fc.uuid(),
  b: fc.constantFrom('a@b.example', undefined, null),
  c: fc.constantFrom(1, 2.5),
  d: fc.boolean(),
  e: anything,
  f: fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  g: fc.constantFrom(0, '', false),
  h: fc.constantFrom(true, 1, 'x'),
  i: fc.constantFrom(1, 'skip'),
  j: fc.constantFrom(2, undefined),
  k: fc.constant('xx'),
  l: fc.constantFrom({ any: 1 }, undefined),
  m: fc.constantFrom(new Date(0), undefined),
  o: fc.record({ name: fc.constant('oak') }),
  n: fc.record({ name: fc.constantFrom('oak', ''), size: fc.constantFrom(1, 20, undefined) }),
};
// Mostly right, so that both verdicts are common.
const wide = fc.record(
  Object.fromEntries(
    Object.entries(right).map(([name, good]) => [
      name,
      fc.oneof({ weight: 30, arbitrary: good }, { weight: 1, arbitrary: anything }),
    ]),
  ),
  { requiredKeys: Object.keys(right).filter((name) => name !== 'n') },
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.record(
    {
      kind: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('a', 'b') }, scalars),
      left: fc.option(tie('tree'), { nil: undefined, maxDepth: 4 }),
      leaves: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.array(fc.record({ name: fc.constant('oak') }), { minLength: 1, maxLength: 3 }),
        },
        fc.array(leaf, { maxLength: 3 }),
        scalars,
      ),
    },
    { requiredKeys: ['kind', 'leaves'] },
  ),
}));

type Verdict = 'accepted' | 'refused';

function byRemit(act: () => unknown): Verdict {
  try {
    act();
    return 'accepted';
  } catch (error) {
    if (error instanceof RemitError && error.code === 'RMT3021') return 'refused';
    throw error;
  }
}

function byValidator(instance: object): Verdict {
  return validateSync(instance, options).length === 0 ? 'accepted' : 'refused';
}

/** Instances as class-transformer would make them, written out for these classes alone. */
function leafOf(plain: unknown): unknown {
  return typeof plain === 'object' && plain !== null && !(plain instanceof Date) && !Array.isArray(plain)
    ? Object.assign(new Leaf(), plain)
    : plain;
}

function treeOf(plain: Record<string, unknown>): Tree {
  const made = Object.assign(new Tree(), plain);
  if (Array.isArray(made.leaves)) made.leaves = made.leaves.map(leafOf) as Leaf[];
  if (made.left) made.left = treeOf(made.left as unknown as Record<string, unknown>);
  return made;
}

function wideOf(plain: Record<string, unknown>): Wide {
  const made = Object.assign(new Wide(), plain);
  const nested = (value: unknown): unknown => (Array.isArray(value) ? value.map(leafOf) : leafOf(value));
  made.n = nested(made.n);
  made.o = nested(made.o);
  return made;
}

describe('the fast path decides as class-validator does', () => {
  const wides = compilePayload(Wide);
  const trees = compilePayload(Tree);

  test('for rules of every kind', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(wide, (plain) => {
        const verdict = byValidator(wideOf(plain));
        seen[verdict] += 1;
        expect(byRemit(() => wides.parse(plain))).toBe(verdict);
        expect(byRemit(() => wides.check(wideOf(plain)))).toBe(verdict);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(300);
  });

  test('for classes in classes, lists and themselves', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(tree, (plain) => {
        const instance = treeOf(plain);
        const verdict = byValidator(instance);
        seen[verdict] += 1;
        expect(byRemit(() => trees.parse(plain))).toBe(verdict);
        expect(byRemit(() => trees.check(instance))).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200);
  });

  test('and never refuses without saying why', () => {
    fc.assert(
      fc.property(fc.oneof(wide, anything, fc.anything()), (plain) => {
        try {
          wides.parse(plain);
        } catch (error) {
          if (!(error instanceof RemitError) || error.code !== 'RMT3021') throw error;
          expect((error.details['violations'] as readonly unknown[]).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
