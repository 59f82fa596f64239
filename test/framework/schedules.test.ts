import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Every, Service } from '../../src/decorators/index.ts';
import { noPayload } from '../../src/framework/dispatch/no-payload.ts';
import type { Entry, Origin } from '../../src/framework/index.ts';
import { Scheduler } from '../../src/framework/schedules/scheduler.ts';
import { EventContext } from '../../src/interfaces/index.ts';
import type { ScheduleModel } from '../../src/model/index.ts';
import { until } from './bus/outgoing.ts';
import { removeTemporary, started } from './harness.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-28T12:00:00Z');

function every(milliseconds: number): ScheduleModel {
  return { kind: 'every', expression: `${milliseconds} ms`, milliseconds };
}

function entry(schedules: ScheduleModel[], call: (origin: Origin) => Promise<void>): Entry {
  return {
    handler: {
      name: 'A.a',
      method: 'a',
      event: 'A.a',
      replies: [],
      routes: [],
      schedules,
      needs: [],
      timeout: 1,
      retries: 0,
    },
    payload: noPayload,
    async call(_payload, origin) {
      await call(origin);
      return undefined;
    },
  };
}

describe('schedules', () => {
  let runs: string[];
  let scheduler: Scheduler;

  beforeEach(() => {
    jest.useFakeTimers({ now: start });
    runs = [];
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function begin(schedule: ScheduleModel, work: () => Promise<void> = async () => undefined): void {
    scheduler = new Scheduler([
      entry([schedule], async ({ sender }) => {
        runs.push(`${sender} ${new Date().toISOString()}`);
        await work();
      }),
    ]);
    scheduler.start();
  }

  test('an interval begins with the application; the clock is the sender', async () => {
    begin(every(hour));
    await jest.advanceTimersByTimeAsync(2.5 * hour);
    expect(runs).toEqual(['clock 2026-03-28T13:00:00.000Z', 'clock 2026-03-28T14:00:00.000Z']);
    await scheduler.stop();
  });

  test('a schedule does not overlap itself: what falls due meanwhile is skipped', async () => {
    begin(every(hour), () => new Promise((resolve) => setTimeout(resolve, 2.5 * hour)));
    await jest.advanceTimersByTimeAsync(6 * hour);
    expect(runs).toEqual(['clock 2026-03-28T13:00:00.000Z', 'clock 2026-03-28T16:30:00.000Z']);
  });

  test('a failed run does not end the schedule', async () => {
    begin(every(hour), () => Promise.reject(new Error('no')));
    await jest.advanceTimersByTimeAsync(3 * hour);
    expect(runs).toHaveLength(3);
    await scheduler.stop();
  });

  test('a cron expression follows the calendar of its time zone, over the change to summer time', async () => {
    begin({ kind: 'cron', expression: '30 3 * * *', timezone: 'Europe/Berlin' });
    await jest.advanceTimersByTimeAsync(48 * hour);
    expect(runs).toEqual(['clock 2026-03-29T01:30:00.000Z', 'clock 2026-03-30T01:30:00.000Z']);
    await scheduler.stop();
  });

  test('a fixed time that daylight saving skips runs right after the gap, one that comes twice runs once', async () => {
    const daily: ScheduleModel = { kind: 'cron', expression: '30 2 * * *', timezone: 'Europe/Berlin' };
    begin(daily);
    await jest.advanceTimersByTimeAsync(24 * hour);
    expect(runs).toEqual(['clock 2026-03-29T01:00:00.000Z']);
    await scheduler.stop();
    jest.setSystemTime(new Date('2026-10-24T12:00:00Z'));
    runs = [];
    begin(daily);
    await jest.advanceTimersByTimeAsync(24 * hour);
    expect(runs).toEqual(['clock 2026-10-25T00:30:00.000Z']);
    await scheduler.stop();
  });

  test('an interval longer than any timer is kept', async () => {
    begin(every(60 * 24 * hour));
    await jest.advanceTimersByTimeAsync(59 * 24 * hour);
    expect(runs).toEqual([]);
    await jest.advanceTimersByTimeAsync(25 * hour);
    expect(runs).toHaveLength(1);
    await scheduler.stop();
  });

  test('stop waits for what runs and starts nothing new', async () => {
    begin(every(hour), () => new Promise((resolve) => setTimeout(resolve, hour / 2)));
    await jest.advanceTimersByTimeAsync(hour);
    let stopped = false;
    void scheduler.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(hour / 4);
    expect(stopped).toBe(false);
    await jest.advanceTimersByTimeAsync(5 * hour);
    expect({ stopped, runs: runs.length }).toEqual({ stopped: true, runs: 1 });
  });
});

const seen: string[] = [];

@Service()
class Sweeper {
  @Every('1 second')
  async sweep(context: EventContext): Promise<void> {
    seen.push(`${context.sender} ${context.command}`);
    throw new Error('broken broom');
  }
}

describe('a scheduled method', () => {
  afterEach(removeTemporary);

  test('is a handler: injected, traced, its failure logged', async () => {
    const app = await started([Sweeper]);
    await until(() => seen.length > 0);
    await app.running.close();
    expect(seen).toContain('clock Sweeper.sweep');
    expect(app.telemetry.spans[0]).toMatchObject({ name: 'process Sweeper.sweep', failure: 'Error' });
    expect(app.telemetry.logs).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'broken broom', sentBy: 'Sweeper.sweep' }),
    );
  });
});
