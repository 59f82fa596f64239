import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const cli = resolve('dist/cli/main.js');
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'remit-odd-')));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What `remit check` prints, run in a folder of the application. */
function check(file: string, cwd = '.'): string {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100', CI: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'check', file], {
    cwd: join(folder, cwd),
    env,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const event = `import { app, Event, Handles, keyValue, Service } from 'remit';
import { IsString } from 'class-validator';
`;

describe('what stands in a payload class and is no property', () => {
  test('static blocks, computed methods and index signatures need no rule', () => {
    write(
      'app.ts',
      `${event}@Event({ processors: 'many' }) class Sent {
  static readonly kind = 'sent';
  static { Sent.kind.length; }
  @IsString() id!: string;
  @IsString() ['also']!: string;
  *[Symbol.iterator]() { yield this.id; }
  [key: string]: unknown;
}
@Service() class Shop { @Handles(Sent) async ['sent'](sent: Sent) {} }
export default app('odd', { services: [Shop] });`,
    );
    expect(check('app.ts')).toBe('odd: 1 service, 1 event, 0 resources, no mistakes\n');
  });
});

describe('the place of the application', () => {
  const unbound = `@Event() class E { @IsString() id!: string }
abstract class S extends keyValue('s', E) {}
@Service() class Shop { constructor(readonly s: S) {} @Handles(E) async e(e: E) {} }
`;

  test('is in the file that was given, though another one calls app() too', () => {
    write(
      'other.ts',
      `import { app } from 'remit';\nexport default app('other', { services: [], environments: { dev: {} } });`,
    );
    write(
      'app.ts',
      `${event}import './other.ts';\n${unbound}export default app('odd', { services: [Shop], environments: { dev: {} } });`,
    );
    expect(check('app.ts')).toMatch(/RMT1012.*\n +--> app\.ts:7:/);
  });

  test('and all others are in the folder that was given, when that is a link', () => {
    const text = `${event}${unbound}export default app('odd', { services: [Shop], environments: { dev: {} } });`;
    write('real/app.ts', text);
    write('real/package.json', '{"type":"module"}');
    symlinkSync('real', join(folder, 'link'));
    const places = [...check('link/app.ts').matchAll(/--> (.*?):/g)].map(([, place]) => place);
    expect(places).toEqual(['link/app.ts', 'link/app.ts']);
  });

  test('is found where app is taken from a namespace', () => {
    write(
      'app.ts',
      `${event}import * as remit from 'remit';\n${unbound}export default remit.app('odd', { services: [Shop], environments: { dev: {} } });`,
    );
    expect(check('app.ts')).toMatch(/RMT1012.*\n +--> app\.ts:7:/);
  });
});

describe('names that cannot be used', () => {
  test('a method gets a name to paste that can be', () => {
    write(
      'app.ts',
      `${event}@Event({ processors: 'many' }) class E { @IsString() id!: string }
@Service() class Shop { @Handles(E) async 'Größe melden'(e: E) {} }
export default app('odd', { services: [Shop] });`,
    );
    const text = check('app.ts');
    expect(text).toContain(`The method 'Größe melden' has a name that cannot be used`);
    expect(text).toContain('mend: async GrosseMelden(…)');
  });
});

test('a class that is used above its declaration is to be moved', () => {
  write(
    'app.ts',
    `${event}@Service() class Shop { constructor(readonly stock: Stock) {} }
@Service() class Stock {}
export default app('odd', { services: [Shop, Stock] });`,
  );
  const text = check('app.ts');
  expect(text).toContain("app.ts threw ReferenceError: Cannot access 'Stock' before initialization.");
  expect(text).toContain('mend: // move the class Stock above the class that names it');
});

describe('files in sentences', () => {
  test('files of one name are told apart by their folders', () => {
    write('x/index.ts', `import { B } from '../y/index.ts';\nexport class A {}\nexport class X extends B {}`);
    write('y/index.ts', `import { A } from '../x/index.ts';\nexport class B extends A {}`);
    write(
      'app.ts',
      `${event}import { X } from './x/index.ts';\nexport default app('odd', { services: [X] });`,
    );
    const text = check('app.ts');
    expect(text).toContain(
      'y/index.ts needs A before x/index.ts has declared it: y/index.ts → x/index.ts → y/index.ts.',
    );
    expect(text).toContain('note: x/index.ts imports B from y/index.ts');
  });

  test('sentences agree with places, wherever the command runs', () => {
    write('apps/one/thrown.ts', `throw new Error('boo');`);
    write('apps/one/number.ts', 'export default 3;');
    for (const [cwd, path] of [
      ['.', 'apps/one/'],
      ['apps/one', ''],
    ] as const) {
      expect(check(`${path}thrown.ts`, cwd)).toMatch(
        `error[RMT1085]: thrown.ts threw Error: boo.\n  --> ${path}thrown.ts:1:`,
      );
      expect(check(`${path}number.ts`, cwd)).toMatch(`number.ts exports something else by default`);
      expect(check(`${path}gone.ts`, cwd)).toMatch(`There is no file ${path}gone.ts.`);
    }
  });
});
