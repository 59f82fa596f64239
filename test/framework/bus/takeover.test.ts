import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import type { LogBusOptions } from '../../../src/framework/bus/log/options.ts';
import { silentTelemetry } from '../../../src/telemetry/silent.ts';
import { removeTemporary, temporary } from '../harness.ts';
import { numberOf, outgoing, policies, until } from './outgoing.ts';

const script = join(import.meta.dirname, 'holder.ts');
const beat = 5;

// Leases last an hour here: whatever is handled again was taken over.
describe('a delivery that a process claimed', () => {
  let folder: string;
  let file: string;
  const buses: LogBus[] = [];
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = temporary();
    file = join(folder, 'events.db');
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await killed(child);
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
    removeTemporary();
  });

  function open(options: LogBusOptions = {}): LogBus {
    const bus = new LogBus(file, silentTelemetry(), { delay: () => 1, heartbeat: beat, ...options });
    buses.push(bus);
    return bus;
  }

  function collect(bus: LogBus): string[] {
    const seen: string[] = [];
    bus.start(
      async (delivery) => {
        seen.push(`${numberOf(delivery)} try ${delivery.attempt}`);
        return [];
      },
      policies(5, 'A.a'),
    );
    return seen;
  }

  async function publish(...numbers: number[]): Promise<void> {
    const bus = new LogBus(file, silentTelemetry());
    await bus.publish(numbers.map((n) => outgoing(n)));
    await bus.close();
  }

  /** Another process, and the numbers it ran. */
  function processOf(...mode: 'hold'[]): [ChildProcess, number[]] {
    const child = fork(script, [file, ...mode], { execArgv: ['--disable-warning=ExperimentalWarning'] });
    const ran: number[] = [];
    child.on('message', (n) => ran.push(n as number));
    children.push(child);
    return [child, ran];
  }

  async function killed(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    child.kill('SIGKILL');
    await over;
  }

  /** A process that runs the event until it is told to end. */
  async function holding(): Promise<ChildProcess> {
    const [child, ran] = processOf('hold');
    await until(() => ran.length > 0);
    return child;
  }

  const locks = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.lock'));

  test('that was killed is run again by the next one at once', async () => {
    await publish(1);
    await killed(await holding());
    const seen = collect(open());
    await until(() => seen.length > 0);
    expect(seen).toEqual(['1 try 2']);
  });

  test('that was killed is run again by one that was there already', async () => {
    await publish(1);
    const holder = await holding();
    const bus = open();
    const seen = collect(bus);
    await setTimeout(20 * beat);
    expect(seen).toEqual([]);
    await killed(holder);
    await until(() => seen.length > 0);
    await bus.drain();
    expect({ seen, pending: bus.pending }).toEqual({ seen: ['1 try 2'], pending: 0 });
  });

  test('that only stands still stays its own', async () => {
    await publish(1);
    const holder = await holding();
    holder.kill('SIGSTOP');
    const bus = open();
    const seen = collect(bus);
    await setTimeout(20 * beat);
    holder.kill('SIGCONT');
    const over = once(holder, 'exit');
    holder.send('end');
    expect(await over).toEqual([0, null]);
    expect({ seen, pending: bus.pending }).toEqual({ seen: [], pending: 0 });
  });

  test('that cannot be seen stays its own until the lease ends', async () => {
    await publish(1);
    await holding();
    for (const lock of locks()) rmSync(join(folder, lock));
    const seen = collect(open());
    await setTimeout(20 * beat);
    expect(seen).toEqual([]);
  });

  test('is run by one of two that live, however often they look', async () => {
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    await publish(...numbers);
    const [[first, one], [second, other]] = [processOf(), processOf()];
    await until(() => one.length + other.length >= numbers.length);
    const over = [once(first, 'exit'), once(second, 'exit')];
    for (const child of [first, second]) child.send('end');
    expect(await Promise.all(over)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect([...one, ...other].toSorted((a, b) => a - b)).toEqual(numbers);
    expect(locks()).toEqual([]);
  });

  test('that ends every process pauses from the second time on, as after a failure', async () => {
    await publish(1);
    await killed(await holding());
    await killed(await holding());
    const pauses: number[] = [];
    const delay = (attempt: number): number => {
      pauses.push(attempt);
      return 1;
    };
    const seen = collect(open({ delay }));
    await until(() => seen.length > 0);
    expect({ seen, pauses }).toEqual({ seen: ['1 try 3'], pauses: [1] });
  });

  test('leaves no file behind once it was taken over', async () => {
    await publish(1);
    expect(locks()).toEqual([]);
    await killed(await holding());
    expect(locks()).toHaveLength(1);
    const bus = open();
    const seen = collect(bus);
    await until(() => seen.length > 0);
    await bus.close();
    expect(locks()).toEqual([]);
  });
});
