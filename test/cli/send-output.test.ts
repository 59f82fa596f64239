import { expect, test } from '@jest/globals';
import { greetings } from './greetings.ts';
import { project } from './project.ts';

test('a reply cannot steer the terminal it is printed on', async () => {
  const app = project(greetings);
  const payload = JSON.stringify({ name: 'ann\u009B2J\u007F' });
  const { code, stdout } = await app.remit(['send', 'greet', payload]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Greeted {"name":"ann\uFFFD2J\uFFFD"}\n' });
  const json = await app.remit(['send', 'greet', payload, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ reply: { body: { name: 'ann\u009B2J\u007F' } } });
});
