import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { SourceIndex } from '../../../src/scan/index.ts';
import { indexSources } from '../../../src/scan/sources/index.ts';
import * as app from './fixtures/app.ts';
import * as shop from './fixtures/shop.ts';

let sources: SourceIndex;

beforeAll(async () => {
  sources = await indexSources(resolve('test/scan/sources/fixtures/app.ts'));
});

test('the call of app() and its environments have places, though renamed and in a variable', () => {
  expect(sources.application).toEqual({ file: 'app.ts', line: 8, column: 16 });
  expect(sources.environment('dev')).toEqual({ file: 'app.ts', line: 5, column: 24 });
  expect(sources.environment('pre-prod')).toEqual({ file: 'app.ts', line: 5, column: 33 });
  expect(sources.environment('prod')).toBeUndefined();
});

test('classes of one name are told apart: by module, and by members where they are not exported', () => {
  expect(sources.classSource(shop.Shop)?.place).toEqual({ file: 'shop.ts', line: 23, column: 14 });
  expect(sources.classSource(app.stock.Shop)?.place).toEqual({ file: 'stock.ts', line: 1, column: 14 });
  expect(sources.classSource(shop.hidden[0])?.place.line).toBe(10);
  expect(sources.classSource(shop.hidden[1])?.place.line).toBe(14);
  expect(sources.classSource(shop.Anonymous)).toMatchObject({ name: 'Anonymous', members: ['a'] });
  expect(sources.classSource(class Stranger {})).toBeUndefined();
});

test('members are all that stands in the body; nothing for an empty one', () => {
  expect(sources.classSource(shop.Shop)?.members).toEqual([
    'kept',
    'total',
    '#secret',
    '[Symbol.iterator]',
    'static {}',
    'constructor',
    'sell',
    'hide',
    'open',
  ]);
  expect(sources.classSource(app.stock.Shop)?.members).toEqual([]);
});

test('parameters have names, types, places, and say where their type is lost', () => {
  const parameters = sources.classSource(shop.Shop)?.constructorParameters;
  expect(
    parameters?.map(({ name, type, rest, typeOnly, from }) => ({ name, type, rest, typeOnly, from })),
  ).toEqual([
    { name: 'other', type: 'Other', rest: false, typeOnly: false, from: './stock.ts' },
    { name: 'counter', type: 'Counter', rest: false, typeOnly: true, from: './stock.ts' },
    // An interface: importing it without `type` would not help.
    { name: 'order', type: 'Order', rest: false, typeOnly: false, from: './types.ts' },
    { name: 'cart', type: 'Cart', rest: false, typeOnly: false, from: './types.ts' },
    { name: 'local', type: 'Local | undefined', rest: false, typeOnly: false, from: undefined },
    { name: 'rest', type: 'Array<string>', rest: true, typeOnly: false, from: undefined },
  ]);
  expect(parameters?.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
    '33:22',
    '34:5',
    '35:5',
    '36:5',
    '37:5',
    '38:8',
  ]);
});

test('methods are those that have a body, with modifiers, return type and decorators', () => {
  const methods = sources.classSource(shop.Shop)?.methods ?? [];
  expect(methods.map(({ name }) => name)).toEqual(['[Symbol.iterator]', 'sell', 'hide', 'open']);
  expect(methods[1]).toMatchObject({
    static: false,
    private: false,
    returns: 'void',
    place: { file: 'shop.ts', line: 46, column: 3 },
    decorators: [{ name: 'Public', place: { file: 'shop.ts', line: 45, column: 3 } }],
    parameters: [{ name: 'what' }, { name: 'other', type: 'Other', place: { line: 46, column: 44 } }],
  });
  expect(methods[2]).toMatchObject({
    static: true,
    private: true,
    returns: 'Promise<void>',
    parameters: [{ name: '{ id }', type: 'Local' }],
  });
});

test('lines are read from the sources, wherever the process runs', () => {
  expect(sources.line({ file: 'stock.ts', line: 1, column: 1 })).toBe('export class Shop {}');
  expect(sources.line({ file: 'stock.ts', line: 99, column: 1 })).toBeUndefined();
  expect(sources.line({ file: 'gone.ts', line: 1, column: 1 })).toBeUndefined();
});
