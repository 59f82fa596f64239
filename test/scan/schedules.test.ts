import { describe, expect, test } from '@jest/globals';
import { app, Cron, Every, Service } from '../../src/decorators/index.ts';
import { diagnose } from '../../src/scan/index.ts';

function schedule(decorator: MethodDecorator) {
  @Service()
  class Clocked {
    async run(): Promise<void> {}
  }
  const descriptor = Object.getOwnPropertyDescriptor(Clocked.prototype, 'run')!;
  decorator(Clocked.prototype, 'run', descriptor);
  const { diagnostics, scanned } = diagnose(app('clocks', { services: [Clocked] }));
  return scanned?.model.services[0]?.handlers[0]?.schedules[0] ?? diagnostics.map(({ code }) => code);
}

describe('intervals', () => {
  test.each([
    ['1 second', 1_000],
    ['90 seconds', 90_000],
    ['1 minute', 60_000],
    ['2 hours', 7_200_000],
    ['365 days', 31_536_000_000],
  ])('%s', (expression, milliseconds) => {
    expect(schedule(Every(expression))).toEqual({ kind: 'every', expression, milliseconds });
  });

  test.each([
    '',
    '0 seconds',
    '1',
    'hour',
    '1.5 hours',
    '-1 hours',
    '1 week',
    '366 days',
    '1  hour',
    '1e3 hours',
  ])('not %j', (expression) => {
    expect(schedule(Every(expression))).toEqual(['RMT1022']);
  });
});

describe('cron expressions', () => {
  test.each(['* * * * *', '*/15 * * * *', '30 0 3 * * *', '0 9 * * MON-FRI', '0 0 29 2 *'])(
    '%s',
    (expression) => {
      expect(schedule(Cron(expression))).toEqual({ kind: 'cron', expression, timezone: 'UTC' });
    },
  );

  test.each(['', '* * * *', '* * * * * * *', '60 * * * *', '* * 0 * *', '0 0 31 4 *', 'a b c d e', '@daily'])(
    'not %j',
    (expression) => {
      expect(schedule(Cron(expression))).toEqual(['RMT1021']);
    },
  );

  test('a time zone that is not known', () => {
    expect(schedule(Cron('0 3 * * *', { timezone: 'Mars/Olympus' }))).toEqual(['RMT1021']);
  });
});
