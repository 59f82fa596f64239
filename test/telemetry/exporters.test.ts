import { describe, expect, test } from '@jest/globals';
import { createTelemetry } from '../../src/telemetry/index.ts';
import { Receiver } from './receiver/receiver.ts';
import { Written } from './written.ts';

describe('exporters', () => {
  test('console: one JSON object a line for each signal', async () => {
    const written = new Written();
    const variables = {
      OTEL_TRACES_EXPORTER: 'console',
      OTEL_METRICS_EXPORTER: 'console',
      OTEL_LOGS_EXPORTER: 'console',
    };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: written,
      register: false,
      variables,
    });
    telemetry.start('process Ask', { kind: 'consumer' }).end();
    telemetry.metrics.sent('Ask', 'http');
    telemetry.log({ level: 'info', message: 'hello', sentBy: 'app' });
    await telemetry.shutdown();
    expect(written.lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { signal: 'span', name: 'process Ask', kind: 'consumer' },
      { signal: 'log', level: 'info', message: 'hello' },
      { signal: 'metric', name: 'messaging.client.sent.messages' },
    ]);
  });

  test('http/json is spoken where it is asked for', async () => {
    const receiver = await Receiver.start();
    const variables = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_METRICS_EXPORTER: 'none',
    };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: new Written(),
      register: false,
      variables,
    });
    telemetry.start('process Ask', { kind: 'consumer' }).end();
    await telemetry.shutdown();
    await receiver.until(() => receiver.requests.length > 0);
    expect(receiver.requests[0]).toMatchObject({
      path: '/v1/traces',
      headers: { 'content-type': 'application/json' },
      items: {
        resourceSpans: [{ scopeSpans: [{ scope: { name: 'remit' }, spans: [{ name: 'process Ask' }] }] }],
      },
    });
    await receiver.stop();
  });

  test('a full batch goes out before its delay is over', async () => {
    const receiver = await Receiver.start();
    const variables = {
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${receiver.url}/v1/traces`,
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '8',
      OTEL_BSP_SCHEDULE_DELAY: '3600000',
    };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: new Written(),
      register: false,
      variables,
    });
    for (let at = 0; at < 20; at += 1) telemetry.start('process Ask', { kind: 'consumer' }).end();
    await receiver.until(() => receiver.spans.length >= 16);
    expect(receiver.spans).toHaveLength(16);
    await telemetry.shutdown();
    await receiver.until(() => receiver.spans.length >= 20);
    await receiver.stop();
  });

  test('OTEL_SDK_DISABLED: nothing leaves, traces still carry on, log lines are still shown', async () => {
    const receiver = await Receiver.start();
    const terminal = new Written();
    const variables = { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    const telemetry = await createTelemetry({ service: 'orders', output: terminal, variables });
    const span = telemetry.start('process Ask', { kind: 'consumer' });
    span.end();
    telemetry.metrics.sent('Ask', 'http');
    telemetry.log({ level: 'info', message: 'hello', sentBy: 'app' });
    await telemetry.shutdown();
    expect(span.context.traceId).toMatch(/^[0-9a-f]{32}$/u);
    expect(span.context.sampled).toBe(false);
    expect(terminal.lines).toHaveLength(1);
    expect(receiver.requests).toEqual([]);
    await receiver.stop();
  });
});
