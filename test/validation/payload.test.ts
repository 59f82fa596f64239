import { describe, expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { RemitError } from '../../src/errors/index.ts';
import { compilePayload, type Violation } from '../../src/validation/index.ts';

class Line {
  @IsString() product!: string;
  @IsInt() @Min(1) quantity!: number;
}

class Address {
  @IsString() city!: string;
}

class Order {
  @IsUUID() id!: string;
  @ValidateNested() @Type(() => Line) @IsArray() @ArrayMaxSize(20_000) lines!: Line[];
  @ValidateNested() address!: Address;
  @IsOptional() @IsDate() at?: Date;
  @IsOptional() @IsString({ each: true }) tags?: string[];
  @IsOptional() @IsObject() meta?: object;
}

const id = '0193a1a2-7000-7000-8000-000000000000';
const valid = { id, lines: [{ product: 'tea', quantity: 2 }], address: { city: 'Bern' } };

function violations(act: () => unknown): readonly Violation[] {
  try {
    act();
  } catch (error) {
    if (error instanceof RemitError && error.code === 'RMT3021') {
      return error.details['violations'] as readonly Violation[];
    }
    throw error;
  }
  return [];
}

function rules(act: () => unknown): readonly string[] {
  return violations(act).map(({ path, rule }) => `${path} ${rule}`);
}

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = { inner: value };
  return value;
}

describe('parse', () => {
  const payload = compilePayload(Order);

  test('makes instances of the class and of the classes nested in it', () => {
    const order = payload.parse({ ...valid, at: '2026-11-23T10:00:00Z' });
    expect(order).toBeInstanceOf(Order);
    expect(order.lines[0]).toBeInstanceOf(Line);
    expect(order.address).toBeInstanceOf(Address);
    expect(order.at).toEqual(new Date('2026-11-23T10:00:00Z'));
  });

  test('tells all broken rules with their paths', () => {
    const plain = { ...valid, id: 'x', lines: [{ product: 1, quantity: 0 }], address: {} };
    expect(rules(() => payload.parse(plain))).toEqual([
      'id isUuid',
      'lines[0].product isString',
      'lines[0].quantity min',
      'address.city isString',
    ]);
  });

  test('refuses unknown properties at every level', () => {
    const plain = {
      ...valid,
      extra: 1,
      lines: [{ product: 'tea', quantity: 1, price: 2 }],
      address: { city: 'Bern', hasOwnProperty: 1 },
    };
    expect(rules(() => payload.parse(plain))).toEqual([
      'lines[0].price unknownProperty',
      'address.hasOwnProperty unknownProperty',
      'extra unknownProperty',
    ]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands', (key) => {
    const texts = [
      `{"${key}":{"admin":true}}`,
      `{"lines":[{"${key}":{}}]}`,
      `{"meta":{"deep":[{"${key}":{}}]}}`,
      `{"tags":[{"${key}":{}}]}`,
    ];
    for (const text of texts) {
      const found = rules(() => payload.parse({ ...valid, ...(JSON.parse(text) as object) }));
      // Spreading defines __proto__ as an own property, as JSON.parse does.
      expect(found).toEqual([expect.stringMatching(new RegExp(`${key} unknownProperty$`))]);
    }
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('bounds nesting before it recurses', () => {
    expect(rules(() => payload.parse({ ...valid, meta: nest(30) }))).toEqual([]);
    expect(rules(() => payload.parse({ ...valid, meta: nest(32) }))).toEqual([
      expect.stringMatching(/ depth$/),
    ]);
    const abyss = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown;
    for (const key of ['meta', 'lines', 'address', 'tags', 'id', 'unknown']) {
      expect(rules(() => payload.parse({ ...valid, [key]: abyss }))).toEqual([
        expect.stringMatching(/ depth$/),
      ]);
    }
    expect(rules(() => payload.parse(abyss))).toEqual([expect.stringMatching(/ depth$/)]);
  });

  test('bounds lists', () => {
    const line = { product: 'tea', quantity: 1 };
    const full = Array.from({ length: 10_000 }, () => line);
    expect(payload.parse({ ...valid, lines: full }).lines).toHaveLength(10_000);
    expect(rules(() => payload.parse({ ...valid, lines: [...full, line] }))).toEqual(['lines length']);
  });

  test('tells at most fifty violations and cuts names that the sender chose', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]));
    expect(violations(() => payload.parse({ ...valid, ...many }))).toHaveLength(50);
    const [long] = violations(() => payload.parse({ ...valid, ['x'.repeat(5000)]: 1 }));
    expect(long?.path.length).toBeLessThan(70);
  });

  test('refuses a single value where a list is declared, and a list where an object is', () => {
    expect(rules(() => payload.parse({ ...valid, tags: 'a' }))).toEqual(['tags type']);
    expect(rules(() => payload.parse({ ...valid, address: [{ city: 'Bern' }] }))).toEqual(['address type']);
  });

  test.each([null, 1, 'text', [], [valid], undefined])('refuses %p as a whole', (plain) => {
    expect(rules(() => payload.parse(plain))).toEqual([' type']);
  });

  test('leaves optional and conditional properties out', () => {
    class Choice {
      @IsBoolean() strict!: boolean;
      @ValidateIf((choice: Choice) => choice.strict) @IsInt() count?: number;
      @Allow() note?: unknown;
    }
    const choice = compilePayload(Choice);
    expect(choice.parse({ strict: false })).toEqual(Object.assign(new Choice(), { strict: false }));
    expect(rules(() => choice.parse({ strict: true }))).toEqual(['count isInt']);
    expect(choice.parse({ strict: false, note: { any: [1] } }).note).toEqual({ any: [1] });
  });
});

describe('parseText', () => {
  class Search {
    @IsOptional() @IsInt() page?: number;
    @IsOptional() @IsBoolean() open?: boolean;
    @IsOptional() @IsDate() since?: Date;
    @IsOptional() @IsString({ each: true }) tag?: string[];
    @IsOptional() @IsInt({ each: true }) @Type(() => Number) ids?: number[];
    @IsOptional() @IsString() text?: string;
  }
  const payload = compilePayload(Search);

  test('converts by the declared type', () => {
    const search = payload.parseText({
      page: '2',
      open: 'true',
      since: '2026-01-02',
      tag: 'a',
      ids: ['1', '2'],
      text: '3',
    });
    expect({ ...search }).toEqual({
      page: 2,
      open: true,
      since: new Date('2026-01-02'),
      tag: ['a'],
      ids: [1, 2],
      text: '3',
    });
  });

  test.each([
    ['page', ''],
    ['page', ' 2'],
    ['page', '0x10'],
    ['page', '2.5'],
    ['page', '9007199254740993'],
    ['page', 'NaN'],
    ['page', 'Infinity'],
    ['open', '1'],
    ['open', 'TRUE'],
    ['since', '1'],
    ['since', '2026-13-01'],
    ['text', ['a', 'b']],
    ['__proto__', 'x'],
  ])('refuses %s=%p', (name, value) => {
    const plain = Object.defineProperty({}, name, { value, enumerable: true });
    expect(violations(() => payload.parseText(plain))).toHaveLength(1);
  });

  test('converts one property at a time for a path', () => {
    expect(payload.fromText('page', '2')).toBe(2);
    expect(payload.fromText('text', '2')).toBe('2');
    expect(payload.fromText('nothing', '2')).toBe('2');
  });
});

describe('check', () => {
  const payload = compilePayload(Order);

  test('gives a valid instance back as it is', () => {
    const order = payload.parse(valid);
    expect(payload.check(order)).toBe(order);
  });

  test('turns an object of the same shape into an instance', () => {
    expect(payload.check({ ...valid })).toBeInstanceOf(Order);
    const half = Object.assign(new Order(), valid);
    expect(payload.check(half).lines[0]).toBeInstanceOf(Line);
  });

  test('refuses what was added to an instance or to one nested in it, and cycles', () => {
    const order = payload.parse(valid);
    expect(rules(() => payload.check(Object.assign(payload.parse(valid), { extra: 1 })))).toEqual([
      'extra unknownProperty',
    ]);
    Object.assign(order.lines[0] ?? {}, { extra: 1 });
    expect(rules(() => payload.check(order))).toEqual(['lines[0].extra unknownProperty']);
    const round: Record<string, unknown> = {};
    round['self'] = round;
    expect(rules(() => payload.check(Object.assign(payload.parse(valid), { meta: round })))).toEqual([
      expect.stringMatching(/ depth$/),
    ]);
  });
});

describe('toPlain', () => {
  test('survives JSON and comes back equal', () => {
    const payload = compilePayload(Order);
    const order = payload.parse({
      ...valid,
      at: '2026-11-23T10:00:00.000Z',
      tags: ['a'],
      meta: { deep: [1] },
    });
    const plain = payload.toPlain(order);
    expect(plain).toEqual({
      ...valid,
      at: '2026-11-23T10:00:00.000Z',
      tags: ['a'],
      meta: { deep: [1] },
    });
    expect(Object.keys(payload.toPlain(payload.parse(valid)) as object)).toEqual(['id', 'lines', 'address']);
    expect(payload.parse(JSON.parse(JSON.stringify(plain)))).toEqual(order);
  });
});

describe('a class without rules', () => {
  class NoSuchOrder {
    readonly id: string;
    constructor(orderId: string) {
      this.id = orderId;
    }
  }
  const payload = compilePayload(NoSuchOrder);

  test('takes its own properties and no others', () => {
    expect(payload.check(new NoSuchOrder('7'))).toEqual({ id: '7' });
    expect(payload.parse({ id: '7' })).toBeInstanceOf(NoSuchOrder);
    expect(rules(() => payload.parse({ id: '7', more: 1 }))).toEqual(['more unknownProperty']);
    expect(payload.toPlain(new NoSuchOrder('7'))).toEqual({ id: '7' });
  });
});
