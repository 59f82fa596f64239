import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { commands } from '../../src/cli/commands.ts';
import { greetings } from './greetings.ts';
import { project } from './project.ts';

const empty = project({});
const names = Object.keys(commands);

test('help lists every command, and every command has help with an example and exit codes', async () => {
  const { code, stdout } = await empty.remit(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Exit codes: 0 ok, 1 .+, 2 .+, 3 .+, 4 /);
  expect(stdout.match(/^ {2}([\w-]+) /gm)?.map((name) => name.trim())).toEqual(expect.arrayContaining(names));
  for (const name of names) {
    const help = await empty.remit([name, '--help']);
    expect({ name, code: help.code, stderr: help.stderr }).toEqual({ name, code: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: remit ${name} `));
    expect(help.stdout).toMatch(new RegExp(`\\nExamples?:\\n {2}.*remit ${name}`));
    expect({ name, help: help.stdout }).toEqual({ name, help: expect.stringMatching(/\nExit codes: 0 /) });
    expect((await empty.remit(['help', name])).stdout).toBe(help.stdout);
  }
});

test('no command is a question for help', async () => {
  const [bare, help] = await Promise.all([empty.remit([]), empty.remit(['--help'])]);
  expect(bare).toEqual(help);
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await empty.remit(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  ['chekc', 'RMT6003', 'remit check'],
  ['constructor', 'RMT6003', 'remit --help'],
  ['check --forzen', 'RMT6004', 'remit check --help'],
  ['check a.ts b.ts', 'RMT6004', 'remit check --help'],
  ['check --env', 'RMT6007', 'remit check --help'],
  ['start app.ts', 'RMT6007', 'remit start --help'],
  ['graph --mermaid --svg', 'RMT6004', 'remit graph --help'],
  ['check package.json', 'RMT6008', 'remit check path/to/app.ts'],
  ['graph', 'RMT6002', 'remit graph path/to/app.ts'],
  ['send app.ts Greet {name: Ann}', 'RMT6004', `remit send app.ts Greet '{"name":"value"}'  # `],
  ['send Greet name = Ann', 'RMT6004', `remit send Greet '{"name":"value"}'  # `],
  ['check', 'RMT6002', 'remit check path/to/app.ts'],
])('wrong usage ends with 2, a code and a way out: remit %s', async (words, errorCode, mend) => {
  const { code, stdout, stderr } = await empty.remit(words.split(' '));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^error\\[${errorCode}\\]: `));
  expect(stderr).toMatch(/\n  why: /);
  expect(stderr).toContain(`\n  mend: ${mend}${mend.endsWith('# ') ? '' : '\n'}`);
});

test('graph refuses two forms at once, in the form that machines read', async () => {
  const { code, stdout } = await empty.remit(['graph', '--svg', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    diagnostics: [{ code: 'RMT6004', mend: 'remit graph --help' }],
  });
});

test('a file that is not there ends with 3', async () => {
  const { code, stderr } = await empty.remit(['manifest', 'gone.ts']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^error\[RMT1087\]: There is no file gone\.ts\./);
  expect(stderr).toContain('mend: remit manifest path/to/app.ts\n');
});

test('what Remit did not foresee ends with 4 and one coded error; REMIT_DEBUG=1 shows the stack', async () => {
  // The lock is read as a file: a folder in its place is something that nobody foresaw.
  const broken = project({ ...greetings, 'remit.lock/file': '' });
  const { code, stderr } = await broken.remit(['check']);
  expect(code).toBe(4);
  expect(stderr).toMatch(/^error\[RMT6039\]: Remit failed with Error: EISDIR/);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect((await broken.remit(['check'], { REMIT_DEBUG: '1' })).stderr).toMatch(/\n {4}at .*readLock/);
});

test('help is fast: it loads neither the scan nor an application', async () => {
  const refuse = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (/class-validator|fastify|inversify|oxc-|\\/dist\\/(scan|host|framework)\\/(?!sources\\/lines)/.test(found.url)) throw new Error('loads ' + found.url);
      return found;
    } });`;
  const options = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(refuse)}` };
  for (const words of [['--help'], ...names.map((name) => [name, '--help'])])
    expect(await empty.remit(words, options)).toMatchObject({ code: 0, stderr: '' });
});
