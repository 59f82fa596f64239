import { resolve } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { report } from '../../src/cli/report.ts';
import { uncaught } from '../../src/cli/uncaught.ts';
import { DiagnosticsError, RemitError } from '../../src/errors/index.ts';

const remit = resolve('src/framework/start.ts');
const own = `${report.root}/app/orders.ts`;

function thrown<T extends Error>(error: T, ...files: readonly string[]): T {
  error.stack = [`${error.name}: ${error.message}`, ...files.map((file) => `    at f (${file}:3:7)`)].join(
    '\n',
  );
  return error;
}

function told(error: unknown): string {
  const found = uncaught(error);
  if (!(found instanceof DiagnosticsError)) return 'as it is';
  const [{ code, message, place } = { code: '', message: '', place: undefined }] = found.diagnostics;
  return `${code} ${message} ${place ? `${place.file}:${place.line}:${place.column}` : 'nowhere'}`;
}

beforeEach(() => {
  report.opened = true;
});

test('before an application was opened nothing can be its mistake', () => {
  report.opened = false;
  expect(told(thrown(new Error('x'), own))).toBe('as it is');
});

test('a stack that begins in Remit and never passes the application is Remit’s', () => {
  expect(told(thrown(new TypeError('x'), remit, remit))).toBe('as it is');
});

test('whatever passes the application is its own, also where Remit or a package threw', () => {
  const expected = 'RMT6050 The application left an error uncaught: Error: x. app/orders.ts:3:7';
  expect(told(thrown(new Error('x'), own))).toBe(expected);
  expect(told(thrown(new Error('x'), remit, own))).toBe(expected);
  expect(told(thrown(new Error('x'), `${report.root}/node_modules/pg/x.js`, own))).toBe(expected);
});

test('a refusal of Remit that nobody awaited is the application’s, with its code', () => {
  expect(told(thrown(new RemitError('RMT3001', 'Not allowed.'), remit))).toBe(
    `RMT6050 The application left an error uncaught: RMT3001: Not allowed; no file of the application is in its stack, which begins in ${remit}. nowhere`,
  );
});

test.each([
  [thrown(new Error('socket hang up')), 'Error: socket hang up'],
  ['text', 'the string "text"'],
  [undefined, 'undefined, which is no Error'],
])('without any frame it says so: %s', (error, what) => {
  expect(told(error)).toBe(
    `RMT6050 The application left an error uncaught: ${what}; no file of the application is in its stack, which begins in Node.js. nowhere`,
  );
});
