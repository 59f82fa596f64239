import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transform as swc } from '@swc/core';
import { type HelperMode, transformSync as oxc } from 'oxc-transform';

const run = promisify(execFile);
const fixture = resolve('test/scan/fixtures/compilers');
/** What Remit's own loader gives to code that oxc compiled. */
const helpers = pathToFileURL(resolve('dist/scan/sources/decorate.js')).href;
const sources = [join(fixture, 'app.ts'), join(fixture, 'resources.ts')];

async function withTsc(out: string): Promise<void> {
  const flags = [
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--experimentalDecorators',
    '--emitDecoratorMetadata',
  ];
  const files = [
    '--ignoreConfig',
    '--skipLibCheck',
    '--types',
    'node',
    '--rootDir',
    fixture,
    '--outDir',
    out,
  ];
  await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...flags, ...files, ...sources]);
}

async function withSwc(out: string): Promise<void> {
  for (const source of sources) {
    const { code } = await swc(readFileSync(source, 'utf8'), {
      filename: source,
      configFile: false,
      swcrc: false,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    writeFileSync(join(out, basename(source, '.ts') + '.js'), code);
  }
}

async function withOxc(out: string): Promise<void> {
  for (const source of sources) {
    const { code, errors } = oxc(source, readFileSync(source, 'utf8'), {
      target: 'es2023',
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- an ambient const enum has no value to name
      helpers: { mode: 'External' as HelperMode },
      decorator: { legacy: true, emitDecoratorMetadata: true },
    });
    expect(errors).toEqual([]);
    writeFileSync(
      join(out, basename(source, '.ts') + '.js'),
      `import * as babelHelpers from '${helpers}';\n${code}`,
    );
  }
}

const compilers = { tsc: withTsc, swc: withSwc, oxc: withOxc };

describe('the model does not depend on the compiler', () => {
  const models: Record<string, string> = {};
  let folder: string;

  beforeAll(async () => {
    mkdirSync('.remit', { recursive: true });
    folder = mkdtempSync(resolve('.remit/compilers-'));
    for (const [name, compile] of Object.entries(compilers)) {
      const out = join(folder, name);
      mkdirSync(out);
      await compile(out);
      const print = join(fixture, 'print-model.mjs');
      models[name] = (await run(process.execPath, [print, join(out, 'app.js')])).stdout;
    }
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('tsc finds every need', () => {
    const { services } = JSON.parse(models['tsc'] ?? '') as {
      services: {
        name: string;
        needs: unknown[];
        handlers: { name: string; needs: { token: string }[] }[];
      }[];
    };
    expect(services.map(({ name, needs }) => [name, needs.length])).toEqual([
      ['Ordering', 2],
      ['back-office', 2],
    ]);
    const handlers = services.flatMap((service) => service.handlers);
    expect(handlers.map(({ name, needs }) => [name, ...needs.map(({ token }) => token)])).toEqual([
      ['Ordering.find', 'EventContext', 'Clock'],
      ['Ordering.place', 'Announces'],
      ['Ordering.sent'],
      ['back-office.count'],
      ['back-office.receipt', 'Receipts', 'Logger'],
      ['back-office.sweep', 'FindsOrders', 'Receipts'],
    ]);
  });

  test.each(['swc', 'oxc'])('%s yields the same', (name) => {
    expect(JSON.parse(models[name] ?? '')).toEqual(JSON.parse(models['tsc'] ?? ''));
    expect(models[name]).toBe(models['tsc']);
  });
});
