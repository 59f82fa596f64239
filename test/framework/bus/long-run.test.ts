import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import type { LogBusOptions } from '../../../src/framework/bus/log/options.ts';
import { recordingTelemetry } from '../../../src/telemetry/recording.ts';
import { removeTemporary, temporary } from '../harness.ts';
import { numberOf, outgoing, policies, until } from './outgoing.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the embedded log over a long time', () => {
  let file: string;
  const telemetry = recordingTelemetry();
  const opened: LogBus[] = [];

  beforeEach(() => {
    file = join(temporary(), 'events.db');
    telemetry.clear();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()));
    removeTemporary();
  });

  function open(options: LogBusOptions = {}): LogBus {
    const bus = new LogBus(file, telemetry, { delay: () => 1, ...options });
    opened.push(bus);
    return bus;
  }

  function collect(bus: LogBus, retries = 0): number[] {
    const seen: number[] = [];
    bus.start(
      async (delivery) => {
        seen.push(numberOf(delivery));
        return [];
      },
      policies(retries, 'A.a'),
    );
    return seen;
  }

  test('forgets all ids that are old enough, however many were handled in a minute', async () => {
    open();
    const log = new DatabaseSync(file);
    log.exec(`WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 25000)
      INSERT INTO handled (handler, id, at) SELECT 'A.a', n, 0 FROM n`);
    const bus = open();
    for (let n = 0; n < 5; n += 1) await bus.publish([outgoing(n)]);
    expect(log.prepare('SELECT count(*) AS n FROM handled').get()).toEqual({ n: 0 });
    log.close();
  });

  test('stays bounded when other processes publish what it delivers', async () => {
    let now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const bus = open({ capacity: 10, heartbeat: 5 });
    const other = open();
    const seen = collect(bus);
    now += 61_000;
    for (let round = 0; round < 3; round += 1) {
      await other.publish(Array.from({ length: 10 }, (_, n) => outgoing(n)));
      await until(() => seen.length === 10 * (round + 1));
      await until(() => other.pending === 0);
    }
    await bus.drain();
    now += 61_000;
    await bus.publish(Array.from({ length: 10 }, (_, n) => outgoing(n)));
    await expect(bus.publish([outgoing(11)])).rejects.toEqual(code('RMT3031'));
    jest.restoreAllMocks();
  });

  test('a delivery that cannot be read becomes a dead letter', async () => {
    const bus = open();
    await bus.publish([outgoing(1)]);
    const log = new DatabaseSync(file);
    log.exec("UPDATE delivery SET envelope = '{'");
    log.close();
    collect(bus);
    await until(() => bus.pending === 0);
    expect(bus.deadLetters()).toMatchObject([{ handler: 'A.a', error: 'SyntaxError' }]);
  });
});
