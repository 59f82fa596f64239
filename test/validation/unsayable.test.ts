import { expect, test } from '@jest/globals';
import { Transform } from 'class-transformer';
import { Allow, IsOptional } from 'class-validator';
import { compilePayload } from '../../src/validation/index.ts';

class Total {
  @Allow() sum!: unknown;
}
class Renamed {
  @IsOptional() @Transform(({ value }) => value as unknown) sum!: unknown;
}

test.each([
  ['alone', Total, 1n],
  ['in a list', Total, [1, 2n]],
  ['in an object', Total, { deep: 1n }],
  ['in a class that is converted', Renamed, 1n],
])('a BigInt %s is refused where the sender is told', (_where, target, sum) => {
  const payload = compilePayload<object>(target);
  expect(() => payload.toPlain(Object.assign(new target(), { sum }))).toThrow(/BigInt/);
});
