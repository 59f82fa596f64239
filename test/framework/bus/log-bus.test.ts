import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import type { LogBusOptions } from '../../../src/framework/bus/log/options.ts';
import { recordingTelemetry } from '../../../src/telemetry/recording.ts';
import { removeTemporary, temporary } from '../harness.ts';
import { numberOf, outgoing, policies, until } from './outgoing.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the embedded log', () => {
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

  test('keeps what was accepted for the next process', async () => {
    const first = open();
    await first.publish([outgoing(1), outgoing(2)]);
    await first.close();
    const second = open();
    expect(second.pending).toBe(2);
    const seen = collect(second);
    await until(() => seen.length === 2);
    await second.drain();
    expect(second.pending).toBe(0);
  });

  test('takes an id once per handler, while it waits and within the window after it was handled', async () => {
    const bus = open();
    const seen = collect(bus);
    await bus.publish([outgoing(1, ['A.a'], 'same'), outgoing(2, ['A.a'], 'same')]);
    await until(() => seen.length === 1);
    await bus.publish([outgoing(3, ['A.a'], 'same')]);
    await bus.publish([outgoing(4, ['A.a'], 'other')]);
    await until(() => seen.includes(4));
    await bus.drain();
    expect(seen).toEqual([1, 4]);
  });

  test('what is published in one turn of the event loop shares a transaction', async () => {
    const bus = open();
    const watcher = new DatabaseSync(file, { readOnly: true });
    const version = (): unknown => watcher.prepare('PRAGMA data_version').get()?.['data_version'];
    const before = version();
    await Promise.all(Array.from({ length: 500 }, (_, n) => bus.publish([outgoing(n)])));
    expect(bus.pending).toBe(500);
    expect(version()).not.toBe(before);
    watcher.close();
    const frames = 500 * 3;
    const { size } = await import('node:fs/promises').then(({ stat }) => stat(`${file}-wal`));
    expect(size).toBeLessThan(frames * 4096);
  });

  test('two processes share it: each delivery runs in one of them', async () => {
    const first = open({ heartbeat: 20, concurrency: 4 });
    const second = open({ heartbeat: 20, concurrency: 4 });
    const seen = [collect(first), collect(second)] as const;
    await Promise.all(Array.from({ length: 100 }, (_, n) => first.publish([outgoing(n)])));
    await until(() => seen[0].length + seen[1].length >= 100);
    await Promise.all([first.drain(), second.drain()]);
    expect([...seen[0], ...seen[1]].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    );
  });

  test('one process finds what another left behind', async () => {
    const first = open({ heartbeat: 10 });
    const seen = collect(first);
    const second = open();
    await second.publish([outgoing(1)]);
    await second.close();
    await until(() => seen.length === 1);
  });

  test('a delivery that outlasts its lease is run by another process, and what it emits is dropped', async () => {
    const first = open();
    let release: (() => void) | undefined;
    first.start(
      async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return [outgoing(666)];
      },
      policies(3, 'A.a'),
    );
    await first.publish([outgoing(1)]);
    await until(() => release !== undefined);
    const database = new DatabaseSync(file);
    database.exec(`UPDATE delivery SET due = 1`);
    database.close();
    const second = open({ heartbeat: 10 });
    const seen = collect(second, 3);
    await until(() => seen.length === 1);
    release!();
    await first.drain();
    await second.drain();
    expect(seen).toEqual([1]);
    expect(second.pending).toBe(0);
    expect(telemetry.logs).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('outlasted its lease') }),
    );
  });

  test('a delivery that outlasts its lease in a process that lives is not run again there', async () => {
    const bus = open({ heartbeat: 5 });
    let runs = 0;
    let release: (() => void) | undefined;
    bus.start(
      async (delivery) => {
        if (numberOf(delivery) === 1) {
          runs += 1;
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }
        return [];
      },
      new Map([['A.a', { retries: 3, lease: 5 }]]),
    );
    await bus.publish([outgoing(1)]);
    await until(() => release !== undefined);
    for (let n = 2; n < 20; n += 1) {
      await bus.publish([outgoing(n)]);
      await until(() => bus.pending === 1);
    }
    release!();
    await bus.drain();
    expect(runs).toBe(1);
    expect(bus.pending).toBe(0);
  });

  test('an event whose handler ends the process becomes a dead letter: RMT3036', async () => {
    const first = open();
    await first.publish([outgoing(1)]);
    await first.close();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE delivery SET owner = 'someone', attempt = 2, due = 1`);
    database.close();
    const second = open();
    const seen = collect(second, 1);
    await until(() => second.deadLetters().length === 1);
    expect(seen).toEqual([]);
    expect(second.deadLetters()).toEqual([expect.objectContaining({ error: 'RMT3036', attempts: 2 })]);
    expect(second.pending).toBe(0);
  });

  test('dead letters are told in the trace of their sender, and can be replayed or dropped', async () => {
    const bus = open();
    let healthy = false;
    const seen: number[] = [];
    bus.start(
      async (delivery) => {
        if (!healthy) throw new Error('not yet');
        seen.push(numberOf(delivery));
        return [];
      },
      policies(0, 'A.a'),
    );
    await bus.publish([outgoing(1), outgoing(2)]);
    await until(() => bus.deadLetters().length === 2);
    expect(telemetry.logs).toContainEqual(
      expect.objectContaining({
        level: 'error',
        sentBy: 'remit.bus',
        context: expect.objectContaining({ traceId: '0af7651916cd43dd8448eb211c80319c' }),
      }),
    );
    healthy = true;
    const first = bus.deadLetters().at(0)!;
    const second = bus.deadLetters().at(1)!;
    expect(bus.replay(first.number)).toBe(true);
    expect(bus.replay(first.number)).toBe(false);
    expect(bus.drop(second.number)).toBe(true);
    await until(() => seen.length === 1);
    expect(seen).toEqual([numberOf({ envelope: first.envelope, handler: 'A.a', attempt: 1 })]);
    expect(bus.deadLetters()).toEqual([]);
  });

  test('a slow handler does not keep others from their events', async () => {
    const bus = open({ concurrency: 4, perHandler: 2 });
    const seen: string[] = [];
    const releases: (() => void)[] = [];
    bus.start(
      async ({ handler }) => {
        seen.push(handler);
        if (handler === 'A.a') await new Promise<void>((resolve) => releases.push(resolve));
        return [];
      },
      policies(0, 'A.a', 'B.b'),
    );
    await bus.publish(Array.from({ length: 20 }, (_, n) => outgoing(n, ['A.a'])));
    await bus.publish([outgoing(99, ['B.b'])]);
    await until(() => seen.includes('B.b'));
    expect(seen.filter((handler) => handler === 'A.a')).toHaveLength(2);
    const drained = bus.drain();
    for (const release of releases) release();
    await drained;
  });

  test('tells of events whose handler is gone, and keeps them', async () => {
    const bus = open();
    await bus.publish([outgoing(1, ['Gone.handler'])]);
    const seen = collect(bus);
    await bus.publish([outgoing(2)]);
    await until(() => seen.length === 1);
    expect(bus.pending).toBeGreaterThanOrEqual(1);
    expect(telemetry.logs).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('Gone.handler') }),
    );
  });

  test('a locked log refuses what is published, and goes on once it is free: RMT3032', async () => {
    const bus = open();
    const seen = collect(bus);
    await bus.publish([outgoing(1)]);
    await until(() => seen.length === 1);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(bus.publish([outgoing(2)])).rejects.toEqual(code('RMT3032'));
    other.exec('ROLLBACK');
    other.close();
    await bus.publish([outgoing(3)]);
    await until(() => seen.length === 2);
    expect(seen).toEqual([1, 3]);
  });

  test('an idle log writes nothing', async () => {
    const bus = open({ heartbeat: 5 });
    const seen = collect(bus);
    await bus.publish([outgoing(1)]);
    await until(() => seen.length === 1);
    await until(() => bus.pending === 0);
    const watcher = new DatabaseSync(file, { readOnly: true });
    const version = (): unknown => watcher.prepare('PRAGMA data_version').get()?.['data_version'];
    const before = version();
    let beats = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if ((beats += 1) < 10) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
    expect(version()).toBe(before);
    watcher.close();
  });
});
