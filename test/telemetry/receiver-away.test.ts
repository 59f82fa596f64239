import { afterEach, describe, expect, test } from '@jest/globals';
import { createTelemetry, type Telemetry } from '../../src/telemetry/index.ts';
import { Receiver } from './receiver/receiver.ts';
import { Written } from './written.ts';

const receivers: Receiver[] = [];

afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.stop();
});

async function receiving(variables: Record<string, string>): Promise<Receiver> {
  const receiver = await Receiver.start(variables);
  receivers.push(receiver);
  return receiver;
}

function work(telemetry: Telemetry, spans: number): void {
  for (let at = 0; at < spans; at += 1) telemetry.start('process Ask', { kind: 'consumer' }).end();
}

const small = {
  OTEL_EXPORTER_OTLP_TIMEOUT: '600000',
  OTEL_BSP_MAX_QUEUE_SIZE: '100',
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '10',
  OTEL_METRICS_EXPORTER: 'none',
};

describe('a receiver that does not take what it is sent', () => {
  test('that never answers: the queue is bounded, drops are told, and shutdown does not wait for it', async () => {
    const receiver = await receiving({ RECEIVER_SILENT: '1' });
    const terminal = new Written();
    const variables = { ...small, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${receiver.url}/v1/traces` };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables,
    });
    work(telemetry, 1000);
    const start = performance.now();
    await telemetry.shutdown();
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(terminal.closed).toBe(true);
    expect(terminal.text).toContain('RMT3081 900 spans were dropped: the queue was full');
    expect(terminal.text).toContain('RMT3081 100 spans were dropped: the receiver had not taken them');
  });

  test('that is away: work goes on, what is lost is counted and told in one line', async () => {
    const receiver = await receiving({});
    const { url } = receiver;
    await receiver.stop();
    receivers.length = 0;
    const terminal = new Written();
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables: {
        ...small,
        OTEL_EXPORTER_OTLP_ENDPOINT: url,
        OTEL_EXPORTER_OTLP_TIMEOUT: '100',
        REMIT_LOG: 'warn',
      },
    });
    work(telemetry, 20);
    await telemetry.flush();
    await telemetry.shutdown();
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.text).toContain('RMT3082 20 spans did not reach the receiver: ECONNREFUSED.');
  });

  test('that refuses: its answer is told as a number, and drops are a metric', async () => {
    const receiver = await receiving({ RECEIVER_STATUS: '400' });
    const metrics = await receiving({});
    const terminal = new Written();
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables: {
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${receiver.url}/v1/traces`,
        OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${metrics.url}/v1/metrics`,
      },
    });
    work(telemetry, 3);
    await telemetry.flush();
    await telemetry.shutdown();
    await metrics.until(() => metrics.metrics.length > 0);
    expect(terminal.text).toContain('RMT3082 3 spans did not reach the receiver: it answered 400.');
    expect(metrics.metrics.find(({ name }) => name === 'remit.telemetry.dropped')?.points).toMatchObject([
      { asInt: 3, attributes: { 'remit.telemetry.signal': 'spans', 'error.type': 'export_failed' } },
    ]);
  });

  test('that takes a request and rejects some of it: they are told', async () => {
    const receiver = await receiving({ RECEIVER_REJECTED: '2' });
    const terminal = new Written();
    const variables = { ...small, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${receiver.url}/v1/traces` };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables,
    });
    work(telemetry, 3);
    await telemetry.shutdown();
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.text).toContain('RMT3082 2 spans were rejected by the receiver.');
  });

  test('nobody who records waits: a full queue costs next to nothing', async () => {
    const receiver = await receiving({ RECEIVER_SILENT: '1' });
    const variables = {
      ...small,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${receiver.url}/v1/traces`,
      REMIT_LOG: 'silent',
    };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: new Written(),
      register: false,
      variables,
    });
    const start = performance.now();
    work(telemetry, 50_000);
    expect((performance.now() - start) / 50_000).toBeLessThan(0.2);
    await telemetry.shutdown();
  });
});
