import { describe, expect, test } from '@jest/globals';
import { errorType, recordingTelemetry, silentTelemetry } from '../../src/telemetry/index.ts';

describe('telemetry for tests', () => {
  test('recordingTelemetry keeps spans, logs and metrics', () => {
    const telemetry = recordingTelemetry();
    const span = telemetry.start('process Ask', { kind: 'consumer', attributes: { a: 1 } });
    span.set('b', 'two');
    telemetry.active.run({ span }, () => telemetry.log({ level: 'info', message: 'hello', sentBy: 'app' }));
    span.fail(new RangeError('no'));
    span.end();
    telemetry.metrics.sent('Ask', 'http');
    expect(telemetry.spans).toMatchObject([
      {
        name: 'process Ask',
        attributes: { a: 1, b: 'two', 'error.type': 'RangeError' },
        failure: 'RangeError',
      },
    ]);
    expect(telemetry.logs).toMatchObject([
      { message: 'hello', context: { traceId: span.context.traceId } },
      { message: 'no', level: 'error', sentBy: 'process Ask' },
    ]);
    expect(telemetry.readMetrics().map(({ name }) => name)).toEqual(['messaging.client.sent.messages']);
    telemetry.clear();
    expect(telemetry.spans).toEqual([]);
    expect(telemetry.logs).toEqual([]);
  });

  test('silentTelemetry records nothing and still carries the trace and calls the listener', async () => {
    const telemetry = silentTelemetry();
    const heard: string[] = [];
    telemetry.onLog(({ message }) => heard.push(message));
    const root = telemetry.start('a', { kind: 'server' });
    const child = telemetry.start('b', { kind: 'internal', parent: root.context });
    expect(child.context.traceId).toBe(root.context.traceId);
    child.fail(new Error('within'));
    root.fail(new Error('at the rim'));
    expect(heard).toEqual(['at the rim']);
    await telemetry.shutdown();
  });

  test('nothing that is thrown, and no listener, makes recording fail', () => {
    const telemetry = recordingTelemetry();
    telemetry.onLog(() => {
      throw new Error('the listener');
    });
    const bare = Object.setPrototypeOf(new Error('bare'), null) as unknown;
    const odd = [Object.create(null), bare, { id: 'secret' }, 'text', undefined, Symbol('odd')];
    for (const error of odd) {
      const span = telemetry.start('process Ask', { kind: 'consumer' });
      span.fail(error);
      span.end();
    }
    expect(telemetry.spans.map(({ failure }) => failure)).toEqual([
      '_OTHER',
      'Error',
      '_OTHER',
      '_OTHER',
      '_OTHER',
      '_OTHER',
    ]);
    expect(telemetry.logs.filter(({ message }) => message === 'a listener of log lines failed')).toHaveLength(
      6,
    );
    expect(telemetry.logs.map(({ message }) => message).join()).not.toContain('secret');
  });

  test('error.type is a code or a class, never a message', () => {
    class Refused extends Error {}
    expect(
      [new Refused('secret'), new TypeError('secret'), new Error('secret'), 'secret', null].map(errorType),
    ).toEqual(['Refused', 'TypeError', 'Error', '_OTHER', '_OTHER']);
  });
});
