import { expect, test } from '@jest/globals';
import { greetings } from './greetings.ts';
import { project } from './project.ts';

const locked = {
  format: 1,
  events: {
    Greeted: { class: 'Greeted', properties: ['name'] },
    greet: { class: 'Greet', properties: ['name'] },
  },
  services: { Greeting: { class: 'Greeting', handlers: ['greet'] } },
};

test('an application without mistakes is told in one line, and its names are locked', async () => {
  const app = project(greetings);
  expect(await app.remit(['check'])).toEqual({
    code: 0,
    stdout: 'greetings: 1 service, 1 event, 1 reply, 1 resource, no mistakes\n',
    stderr: '',
  });
  expect(app.read('remit.lock')).toBe(`${JSON.stringify(locked, null, 2)}\n`);
});

test('app.ts and src/app.ts are found, also in the folder that is named; places are relative to the working directory', async () => {
  const moved = project({ 'src/app.ts': greetings['app.ts'], 'src/greeting.ts': greetings['greeting.ts'] });
  expect((await moved.remit(['check'])).code).toBe(0);
  const elsewhere = project({
    'in/here/app.ts': greetings['app.ts'],
    'in/here/greeting.ts': greetings['greeting.ts'],
  });
  expect((await elsewhere.remit(['check', 'in/here'])).code).toBe(0);
  expect((await elsewhere.remit(['check', 'in'])).stderr).toContain(
    'error[RMT6002]: There is no application in in: ',
  );
  moved.write('src/greeting.ts', greetings['greeting.ts'].replace('  @Public()\n', ''));
  const { code, stderr } = await moved.remit(['check']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[RMT1017\].*\n +--> src\/greeting\.ts:\d+:\d+\n/);
});

test('machines get JSON on stdout and nothing on stderr, with and without mistakes', async () => {
  const app = project(greetings);
  const good = await app.remit(['check', '--json']);
  expect(good).toEqual({ code: 0, stdout: '{\n  "diagnostics": []\n}\n', stderr: '' });
  app.write('greeting.ts', greetings['greeting.ts'].replace('  @Public()\n', ''));
  const bad = await app.remit(['check', '--json']);
  expect(bad.code).toBe(1);
  expect(bad.stderr).toBe('');
  expect(JSON.parse(bad.stdout)).toMatchObject({
    diagnostics: [
      {
        code: 'RMT1017',
        severity: 'error',
        title: expect.any(String),
        place: { file: 'greeting.ts', line: expect.any(Number), column: expect.any(Number) },
        why: expect.any(String),
        mend: expect.any(String),
      },
    ],
  });
});

test.each([
  ['--frozen', ['--frozen'], {}],
  ['CI=true', [], { CI: 'true' }],
])('%s refuses to write remit.lock and names what is missing in it', async (_, options, environment) => {
  const app = project(greetings);
  const refused = await app.remit(['check', ...options], environment);
  expect(refused.code).toBe(1);
  expect(refused.stderr)
    .toBe(`error[RMT6010]: remit.lock would change: event Greeted, event greet, service Greeting.
  why:  Names of events and services live on in stored events, inboxes and roles. The lock is how a
        later rename is noticed, so it is committed together with the code that adds a name.
  mend: remit check && git add remit.lock

1 error
`);
  expect(() => app.read('remit.lock')).toThrow('ENOENT');
  await app.remit(['check']);
  expect((await app.remit(['check', ...options], environment)).code).toBe(0);
});

test('names that are gone stay locked until remit lock takes them out', async () => {
  const gone = { ...locked, events: { ...locked.events, old: { class: 'Old', properties: ['what'] } } };
  const app = project({ ...greetings, 'remit.lock': JSON.stringify(gone) });
  expect((await app.remit(['check'])).code).toBe(0);
  expect(JSON.parse(app.read('remit.lock'))).toEqual(gone);
  expect(await app.remit(['lock'])).toEqual({ code: 0, stdout: 'remit.lock: event old\n', stderr: '' });
  expect(app.read('remit.lock')).toBe(`${JSON.stringify(locked, null, 2)}\n`);
  expect((await app.remit(['lock'])).stdout).toBe('remit.lock: no change\n');
});

test.each([
  '',
  '{',
  '[]',
  '{"format":2,"events":{},"services":{}}',
  '{"format":1,"events":[],"services":{}}',
])('a remit.lock that Remit did not write is refused: %s', async (text) => {
  const app = project({ ...greetings, 'remit.lock': text });
  const { code, stderr } = await app.remit(['check']);
  expect(code).toBe(3);
  expect(stderr).toContain('error[RMT6011]: remit.lock is not what Remit wrote');
  expect(app.read('remit.lock')).toBe(text);
});

test('an unknown environment is refused with the ones there are', async () => {
  const { code, stderr } = await project(greetings).remit(['check', '--env', 'prod']);
  expect(code).toBe(2);
  expect(stderr).toContain('error[RMT6005]: There is no environment prod; there is dev.');
});
