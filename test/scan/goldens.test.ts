import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/errors/index.ts';

const folder = resolve('test/scan/goldens');
const cli = resolve('dist/cli/main.js');
const names = readdirSync(folder);
const atOnce = 2;

/** What `remit check` prints for one folder, with its exit code as the last line. */
function check(name: string): Promise<string> {
  const cwd = join(folder, name);
  const file = existsSync(join(cwd, 'app.ts')) ? 'app.ts' : 'app.js';
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, 'check', file, '--frozen'], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const append = (chunk: Buffer): void => {
      text += chunk.toString();
    };
    child.stdout.on('data', append);
    child.stderr.on('data', append);
    child.on('error', fail);
    child.on('close', (code) => {
      done(`${text}exit ${code}\n`);
    });
  });
}

describe('each mistake, as remit check prints it', () => {
  const printed = new Map<string, string>();

  beforeAll(async () => {
    const waiting = [...names];
    const worker = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        printed.set(name, await check(name));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }, 120_000);

  test.each(names)('%s', (name) => {
    const golden = join(folder, name, 'expected.txt');
    const text = printed.get(name)!;
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('every mistake the scan knows has one', () => {
    const all = [...printed.values()].join('');
    const codes = Object.keys(catalogue).filter((code) => /^RMT10[0-7]\d$/.test(code));
    expect(codes.filter((code) => !all.includes(`[${code}]`))).toEqual([]);
  });
});
