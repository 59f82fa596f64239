import { describe, expect, test } from '@jest/globals';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import {
  Allow,
  IsArray,
  IsInt,
  IsString,
  registerDecorator,
  ValidateNested,
  type ValidatorOptions,
} from 'class-validator';
import { DiagnosticsError, RemitError } from '../../src/errors/index.ts';
import { compilePayload } from '../../src/validation/index.ts';

function told(target: abstract new (...parameters: never[]) => object): unknown {
  try {
    compilePayload(target);
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics[0];
    throw error;
  }
  return undefined;
}

function rulesOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RemitError) || error.code !== 'RMT3021') throw error;
    return (error.details['violations'] as readonly { path: string; rule: string }[]).map(
      ({ path, rule }) => `${path} ${rule}`,
    );
  }
}

describe('classes that cannot be payloads are told at start', () => {
  test('a constructor that needs its arguments', () => {
    class Placed {
      @IsString() readonly id: string;
      constructor(order: { readonly id: string }) {
        this.id = order.id;
      }
    }
    expect(told(Placed)).toEqual({
      code: 'RMT4030',
      message: expect.stringMatching(/^Placed cannot be made without arguments: /),
      mend: 'Let the constructor of Placed only store its parameters: constructor(id: string) { this.id = id }',
    });
  });

  test('a property without a rule beside others that have one', () => {
    class Order {
      @IsString() id!: string;
      note?: string;
    }
    expect(told(Order)).toEqual({
      code: 'RMT4031',
      message: 'Order.note has no validation rule, while other properties of Order have.',
      mend: expect.stringContaining('@Allow() note'),
    });
  });

  test('a list whose class is not known, and a nested class without rules', () => {
    class Order {
      @IsArray() @ValidateNested({ each: true }) lines!: object[];
    }
    class Line {
      product!: string;
    }
    class Basket {
      @ValidateNested() @Type(() => Line) line!: Line;
    }
    expect(told(Order)).toMatchObject({
      code: 'RMT4032',
      mend: expect.stringContaining('@Type(() => Line) lines'),
    });
    expect(told(Basket)).toMatchObject({
      code: 'RMT4032',
      message: 'Basket.line holds Line, and no property of Line has a validation rule.',
    });
  });

  test('an asynchronous rule', () => {
    class Order {
      id!: string;
    }
    registerDecorator({
      name: 'isKnown',
      target: Order,
      propertyName: 'id',
      async: true,
      validator: { validate: async () => false },
    });
    expect(told(Order)).toMatchObject({
      code: 'RMT4033',
      message: 'Order.id has the asynchronous rule isKnown.',
    });
  });

  test('an asynchronous rule that does not say so never counts as kept', () => {
    class Order {
      id!: string;
    }
    const options: ValidatorOptions = {};
    registerDecorator({
      name: 'isKnown',
      target: Order,
      propertyName: 'id',
      options,
      validator: { validate: () => Promise.resolve(false) },
    });
    const payload = compilePayload(Order);
    expect(() => payload.parse({ id: '7' })).toThrow(expect.objectContaining({ code: 'RMT4033' }));
  });
});

describe('inheritance', () => {
  class Named {
    @IsString() name!: string;
  }
  class Sized extends Named {
    @IsInt() size!: number;
  }
  test('rules of ancestors hold', () => {
    const payload = compilePayload(Sized);
    expect(payload.parse({ name: 'a', size: 1 })).toBeInstanceOf(Sized);
    expect(rulesOf(() => payload.parse({ size: 1 }))).toEqual(['name isString']);
  });
});

describe('getters', () => {
  class Sum {
    @IsInt() a!: number;
    @IsInt() get twice(): number {
      return this.a * 2;
    }
  }
  const payload = compilePayload(Sum);
  test('are judged and sent, never assigned', () => {
    const sum = payload.parse({ a: 2, twice: 99 });
    expect(sum.twice).toBe(4);
    expect(payload.toPlain(sum)).toEqual({ a: 2, twice: 4 });
  });
});

describe('what class-transformer has to convert', () => {
  class Money {
    @Expose({ name: 'amount_in_cents' }) @IsInt() cents!: number;
    @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
    @IsString()
    currency!: string;
    @Exclude({ toPlainOnly: true }) @Allow() secret?: string;
  }
  class Price {
    @ValidateNested() @Type(() => Money) money!: Money;
  }
  const payload = compilePayload(Price);
  const plain = { money: { amount_in_cents: 5, currency: ' CHF ' } };

  test('is converted by it, both ways', () => {
    const price = payload.parse(plain);
    expect(price.money).toBeInstanceOf(Money);
    expect({ ...price.money, secret: undefined }).toEqual({ cents: 5, currency: 'CHF', secret: undefined });
    price.money.secret = 'x';
    expect(payload.toPlain(price)).toEqual({ money: { amount_in_cents: 5, currency: 'CHF' } });
  });

  test('is bounded and judged like everything else', () => {
    expect(rulesOf(() => payload.parse({ money: { amount_in_cents: 'x', currency: 1, extra: 1 } }))).toEqual(
      expect.arrayContaining(['money.extra unknownProperty', 'money.cents isInt', 'money.currency isString']),
    );
    expect(rulesOf(() => payload.parse(JSON.parse('{"money":{"__proto__":{"cents":1}}}')))).toEqual([
      'money.__proto__ unknownProperty',
    ]);
    expect(rulesOf(() => payload.parse([]))).toEqual([' type']);
    expect(payload.check(payload.parse(plain))).toBeInstanceOf(Price);
  });
});
