import { expect, test } from '@jest/globals';
import { greetings } from './greetings.ts';
import { project } from './project.ts';

test('the manifest is the model, with places, and equal on every run', async () => {
  const app = project(greetings);
  const first = await app.remit(['manifest', '--json']);
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
  expect(await app.remit(['manifest', '--json'])).toEqual(first);
  expect(first.stdout.split('\n')).toHaveLength(2);
  expect(JSON.parse(first.stdout)).toMatchObject({
    format: 1,
    name: 'greetings',
    services: [
      {
        name: 'Greeting',
        place: { file: 'greeting.ts', line: 14 },
        needs: [
          {
            kind: 'resource',
            resource: 'visits',
            parameter: 'visits',
            place: { file: 'greeting.ts', line: 15 },
          },
        ],
        handlers: [{ name: 'Greeting.greet', event: 'greet', replies: ['Greeted'] }],
      },
    ],
    resources: [{ name: 'visits', place: { file: 'greeting.ts', line: 5 } }],
    environments: [{ name: 'dev', place: { file: 'app.ts', line: 6 } }],
  });
});

test('without --json the same is indented for reading', async () => {
  const app = project(greetings);
  const [machine, reader] = await Promise.all([app.remit(['manifest', '--json']), app.remit(['manifest'])]);
  expect(JSON.parse(reader.stdout)).toEqual(JSON.parse(machine.stdout));
  expect(reader.stdout).toContain('\n  "format": 1,\n');
});

test('an application with mistakes has no manifest', async () => {
  const app = project({ ...greetings, 'greeting.ts': greetings['greeting.ts'].replace('@Service()', '') });
  const { code, stdout, stderr } = await app.remit(['manifest']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^error\[RMT1/);
});
