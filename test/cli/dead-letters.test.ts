import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LogBus } from '../../src/framework/bus/log/log-bus.ts';
import { silentTelemetry } from '../../src/telemetry/index.ts';
import { removeTemporary, temporary } from '../framework/harness.ts';
import { outgoing, policies, until } from '../framework/bus/outgoing.ts';
import { greetings } from './greetings.ts';
import { type Project, project } from './project.ts';

let app: Project;
let data: string;

beforeEach(async () => {
  app = project(greetings);
  data = temporary();
  const bus = new LogBus(join(data, 'events.db'), silentTelemetry());
  bus.start(
    async () => {
      throw new Error('out of \u001B[2Jpaper\nand ink');
    },
    policies(0, 'A.a'),
  );
  await bus.publish([outgoing(1), outgoing(2)]);
  await until(() => bus.deadLetters().length === 2);
  await bus.close();
});
afterEach(removeTemporary);

const remit = (...args: readonly string[]) => app.remit(['dead-letters', ...args], { REMIT_DATA: data });

test('are listed, replayed and dropped by number', async () => {
  const listed = await remit();
  expect(listed.stdout).toMatch(
    /^1 {2}\d{4}-\S+Z {2}Test → A\.a, 1 attempt: Error out of \uFFFD\[2Jpaper and ink\n2 {2}/,
  );
  expect(await remit('replay', '1')).toMatchObject({ code: 0, stdout: 'replayed 1\n' });
  expect(await remit('drop', '2')).toMatchObject({ code: 0, stdout: 'dropped 2\n' });
  expect(await remit('list', '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
  const log = new DatabaseSync(join(data, 'events.db'), { readOnly: true });
  expect(log.prepare('SELECT handler FROM delivery').all()).toEqual([{ handler: 'A.a' }]);
  log.close();
});

test('a number that is none is refused, and a folder without a log has none', async () => {
  const gone = await remit('replay', '7');
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('error[RMT6044]') });
  expect((await remit('drop', 'x; DROP TABLE dead')).stderr).toContain('RMT6044');
  data = temporary();
  expect(await remit()).toMatchObject({ code: 0, stdout: 'no dead letters\n' });
});
