import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTelemetry, type LogLine, type Telemetry } from '../../src/telemetry/index.ts';
import { Receiver } from './receiver/receiver.ts';
import { Written } from './written.ts';

describe('logs on the wire', () => {
  let receiver: Receiver;
  let telemetry: Telemetry;
  const heard: LogLine[] = [];
  const terminal = new Written();
  let traceId = '';
  let spanId = '';

  beforeAll(async () => {
    receiver = await Receiver.start();
    telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_TRACES_SAMPLER: 'always_off' },
    });
    telemetry.onLog((line) => heard.push(line));
    const span = telemetry.start('process PlaceOrder', {
      kind: 'consumer',
      attributes: { 'code.function.name': 'Ordering.place' },
    });
    ({ traceId, spanId } = span.context);
    telemetry.active.run({ span }, () => {
      telemetry.log({
        level: 'info',
        message: 'taken',
        sentBy: 'Ordering.place',
        attributes: { quantity: 3, order: { id: 'secret' } as never },
      });
    });
    const error = new TypeError('no stock');
    span.fail(error);
    span.fail(error);
    span.end();
    telemetry.log({ level: 'debug', message: 'too fine', sentBy: 'Ordering.place' });
    telemetry.log({ level: 'warn', message: 'outside', sentBy: 'app' });
    await telemetry.shutdown();
    await receiver.until(() => receiver.logs.length >= 3);
  });

  afterAll(() => receiver.stop());

  test('a line carries its level, its sender and the trace of the active frame', () => {
    expect(receiver.logs[0]).toMatchObject({
      body: 'taken',
      severityNumber: 9,
      severityText: 'INFO',
      traceId,
      spanId,
      attributes: { 'remit.sender': 'Ordering.place', quantity: 3 },
      resource: { 'service.name': 'orders' },
    });
    expect(receiver.logs.find(({ body }) => body === 'outside')).toMatchObject({
      traceId: '',
      severityNumber: 13,
    });
  });

  test('a failure is one log record with exception attributes and its trace, though the trace is not sampled', () => {
    const errors = receiver.logs.filter(({ severityNumber }) => severityNumber === 17);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      traceId,
      spanId,
      attributes: {
        'remit.sender': 'Ordering.place',
        'exception.type': 'TypeError',
        'exception.message': 'no stock',
        'exception.stacktrace': expect.stringContaining('logs.test'),
      },
    });
    expect(receiver.spans).toEqual([]);
  });

  test('objects are refused and debug lines stay at home', () => {
    expect(JSON.stringify(receiver.logs)).not.toMatch(/secret|too fine/u);
  });

  test('the listener hears every line with its trace', () => {
    expect(heard.map(({ message }) => message)).toEqual(['taken', 'no stock', 'too fine', 'outside']);
    expect(heard[0]?.context).toMatchObject({ traceId });
  });

  test('the terminal keeps to warnings when logs go to a receiver', () => {
    expect(terminal.text).toContain('outside');
    expect(terminal.text).toContain('no stock');
    expect(terminal.text).not.toContain('taken');
  });
});
