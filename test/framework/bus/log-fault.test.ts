import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, expect, jest, test } from '@jest/globals';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { serveHttp } from '../../../src/framework/http/index.ts';
import { recordingTelemetry } from '../../../src/telemetry/recording.ts';
import { removeTemporary, temporary } from '../harness.ts';
import { outgoing, policies, until } from './outgoing.ts';

afterEach(() => {
  jest.restoreAllMocks();
  removeTemporary();
});

const sqlite = (errcode: number) => Object.assign(new Error('as SQLite says it'), { errcode });

/** Until it is restored, every write fails as on a full disk; looking works. */
function fillDisk(): jest.Spied<DatabaseSync['exec']> {
  jest.spyOn(StatementSync.prototype, 'run').mockImplementation(() => {
    throw sqlite(13);
  });
  const exec: (this: DatabaseSync, text: string) => void = Reflect.get(DatabaseSync.prototype, 'exec');
  return jest.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
    this: DatabaseSync,
    text: string,
  ) {
    if (text.includes('user_version =')) throw sqlite(13);
    exec.call(this, text);
  });
}

test('a full disk makes the process unready until writes work again', async () => {
  const telemetry = recordingTelemetry();
  const bus = new LogBus(join(temporary(), 'events.db'), telemetry);
  bus.start(async () => [], policies(0, 'A.a'));
  const isWell = (): boolean => bus.well;
  const server = await serveHttp(new Map(), { host: '127.0.0.1', port: 0, telemetry, isWell });
  const ready = async (): Promise<number> => (await fetch(`${server.address}/health/ready`)).status;
  expect(await ready()).toBe(200);
  const disk = fillDisk();
  await expect(bus.publish([outgoing(1)])).rejects.toMatchObject({
    code: 'RMT3034',
    message: expect.stringContaining('the disk is full'),
  });
  expect(await ready()).toBe(503);
  expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
  await until(() => disk.mock.calls.some(([text]) => text.includes('user_version =')));
  expect(await ready()).toBe(503);
  jest.restoreAllMocks();
  await until(() => bus.well);
  expect(await ready()).toBe(200);
  expect(telemetry.logs.filter(({ level }) => level === 'error')).toHaveLength(1);
  await server.close();
  await bus.close();
});

test('damage that is met by the heartbeat ends no process and makes it unready', async () => {
  const telemetry = recordingTelemetry();
  const bus = new LogBus(join(temporary(), 'events.db'), telemetry, { heartbeat: 5 });
  const get: StatementSync['get'] = Reflect.get(StatementSync.prototype, 'get');
  jest.spyOn(StatementSync.prototype, 'get').mockImplementation(function (this: StatementSync, ...values) {
    if (this.sourceSQL.includes('data_version')) throw sqlite(11);
    return get.apply(this, values);
  });
  bus.start(async () => [], policies(0, 'A.a'));
  await until(() => !bus.well);
  expect(telemetry.logs.at(-1)).toMatchObject({ error: { code: 'RMT3033' } });
  await bus.close();
});
