import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RemitError } from '../../../src/errors/index.ts';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { type DeadLetter, MemoryBus } from '../../../src/framework/index.ts';
import { silentTelemetry } from '../../../src/telemetry/silent.ts';
import { removeTemporary, temporary } from '../harness.ts';
import { numberOf, outgoing, policies, until } from './outgoing.ts';

interface Options {
  readonly capacity?: number;
  readonly concurrency?: number;
}
type Dead = () => readonly DeadLetter[];

const kinds: [string, (options: Options) => [MemoryBus | LogBus, Dead]][] = [
  [
    'in memory',
    (options) => {
      const bus = new MemoryBus(silentTelemetry(), { ...options, delay: () => 1 });
      return [bus, () => bus.deadLetters];
    },
  ],
  [
    'in the embedded log',
    (options) => {
      const bus = new LogBus(join(temporary(), 'events.db'), silentTelemetry(), {
        ...options,
        delay: () => 1,
      });
      return [bus, () => bus.deadLetters()];
    },
  ],
];

describe.each(kinds)('a bus %s', (_kind, open) => {
  let bus: MemoryBus | LogBus;
  let dead: Dead;

  beforeEach(() => {
    [bus, dead] = open({});
  });

  afterEach(async () => {
    await bus.close();
    removeTemporary();
  });

  test('what is published while it drains does not hold up the end', async () => {
    let release = (): void => undefined;
    const running = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = false;
    bus.start(
      async () => {
        begun = true;
        await running;
        return [];
      },
      policies(0, 'A.a'),
    );
    await bus.publish([outgoing(1)]);
    await until(() => begun);
    const drained = bus.drain();
    await bus.publish([outgoing(2)]);
    release();
    await drained;
  });

  test('delivers each event to each of its handlers once', async () => {
    const seen: string[] = [];
    await bus.publish([outgoing(1, ['A.a', 'B.b']), outgoing(2, ['B.b'])]);
    bus.start(
      async (delivery) => {
        seen.push(`${delivery.handler} ${numberOf(delivery)} ${delivery.attempt}`);
        return [];
      },
      policies(0, 'A.a', 'B.b'),
    );
    await until(() => seen.length === 3);
    await bus.drain();
    expect(seen.toSorted()).toEqual(['A.a 1 1', 'B.b 1 1', 'B.b 2 1']);
  });

  test('publishes what a delivery emitted, and nothing of one that failed', async () => {
    const seen: number[] = [];
    let failures = 0;
    bus.start(
      async (delivery) => {
        const n = numberOf(delivery);
        seen.push(n);
        if (n === 2 && delivery.attempt === 1) {
          failures += 1;
          throw new Error('once');
        }
        return n < 3 ? [outgoing(n + 1)] : [];
      },
      policies(1, 'A.a'),
    );
    await bus.publish([outgoing(1)]);
    await until(() => seen.includes(3));
    await bus.drain();
    expect(seen).toEqual([1, 2, 2, 3]);
    expect(failures).toBe(1);
  });

  test('tries again as often as allowed, then keeps a dead letter with the error', async () => {
    const attempts: number[] = [];
    bus.start(
      async ({ attempt }) => {
        attempts.push(attempt);
        throw new RemitError('RMT3015', 'set on orders failed.');
      },
      policies(2, 'A.a'),
    );
    await bus.publish([outgoing(7)]);
    await until(() => dead().length === 1);
    expect(attempts).toEqual([1, 2, 3]);
    expect(dead()).toEqual([
      expect.objectContaining({
        handler: 'A.a',
        error: 'RMT3015',
        message: 'set on orders failed.',
        attempts: 3,
        envelope: expect.objectContaining({ payload: { n: 7 } }),
      }),
    ]);
  });

  test('does not try again what no try can mend', async () => {
    let attempts = 0;
    bus.start(
      async () => {
        attempts += 1;
        throw new RemitError('RMT3021', 'It does not fit.');
      },
      policies(5, 'A.a'),
    );
    await bus.publish([outgoing(1)]);
    await until(() => dead().length === 1);
    expect(attempts).toBe(1);
  });

  test('is bounded: RMT3031, and takes all of a batch or nothing', async () => {
    await bus.close();
    [bus, dead] = open({ capacity: 2 });
    await bus.publish([outgoing(1)]);
    await expect(bus.publish([outgoing(2), outgoing(3)])).rejects.toEqual(
      expect.objectContaining({ code: 'RMT3031' }),
    );
    await bus.publish([outgoing(2)]);
    const seen: number[] = [];
    bus.start(
      async (delivery) => {
        seen.push(numberOf(delivery));
        return [];
      },
      policies(0, 'A.a'),
    );
    await until(() => seen.length === 2);
    expect(seen).toEqual([1, 2]);
    await until(() => bus.pending === 0);
    await bus.publish([outgoing(4)]);
    await until(() => seen.length === 3);
  });

  test('runs a bounded number at once, and drains those that run', async () => {
    await bus.close();
    [bus, dead] = open({ concurrency: 3 });
    let running = 0;
    let most = 0;
    let done = 0;
    const releases: (() => void)[] = [];
    bus.start(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => releases.push(resolve));
        running -= 1;
        done += 1;
        return [];
      },
      policies(0, 'A.a'),
    );
    await bus.publish(Array.from({ length: 10 }, (_, n) => outgoing(n)));
    await until(() => running === 3);
    const drained = bus.drain();
    for (const release of releases) release();
    await drained;
    expect({ most, done }).toEqual({ most: 3, done: 3 });
  });

  test('hands over copies: one handler does not see what another does to its payload', async () => {
    const seen: unknown[] = [];
    bus.start(
      async ({ envelope }) => {
        seen.push({ ...(envelope.payload as object) });
        (envelope.payload as { n: number }).n = 99;
        return [];
      },
      policies(0, 'A.a', 'B.b'),
    );
    await bus.publish([outgoing(1, ['A.a', 'B.b'])]);
    await until(() => seen.length === 2);
    expect(seen).toEqual([{ n: 1 }, { n: 1 }]);
  });
});
