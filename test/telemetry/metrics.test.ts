import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTelemetry, type Metrics, recordingTelemetry } from '../../src/telemetry/index.ts';
import { Receiver, type ReceivedMetric } from './receiver/receiver.ts';
import { Written } from './written.ts';

function measure(metrics: Metrics): void {
  metrics.httpRequest(0.004, 'POST', '/orders', 201);
  metrics.httpRequest(0.005, 'POST', '/orders', 201);
  metrics.httpRequest(20, 'POST', '/orders', 500);
  metrics.sent('OrderPlaced', 'Ordering.place');
  metrics.sent('OrderPlaced', 'Ordering.place');
  metrics.processed(0.2, 'PlaceOrder', 'Ordering.place');
  metrics.processed(0.3, 'PlaceOrder', 'Ordering.place', 'RMT3080');
  metrics.operation(0.00004, 'orders', 'set');
  metrics.fault('sql', 'fuel');
}

describe('metrics on the wire', () => {
  let receiver: Receiver;

  beforeEach(async () => {
    receiver = await Receiver.start();
  });

  afterEach(() => receiver.stop());

  function metric(name: string): ReceivedMetric {
    const found = receiver.metrics.filter((each) => each.name === name).at(-1);
    if (found === undefined) throw new Error(`no metric ${name} arrived`);
    return found;
  }

  test('histograms and counters have the conventional names, units and labels', async () => {
    const variables = { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${receiver.url}/v1/metrics` };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: new Written(),
      register: false,
      variables,
    });
    measure(telemetry.metrics);
    await telemetry.shutdown();
    await receiver.until(() => receiver.metrics.length > 0);

    const http = metric('http.server.request.duration');
    expect(http).toMatchObject({ unit: 's', kind: 'histogram', temporality: 2 });
    expect(http.points).toHaveLength(2);
    const fine = http.points.find(({ attributes }) => attributes['http.response.status_code'] === 201);
    expect(fine).toMatchObject({
      count: 2,
      min: 0.004,
      max: 0.005,
      bucketCounts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      attributes: { 'http.request.method': 'POST', 'http.route': '/orders', 'url.scheme': 'http' },
    });
    expect(fine?.['sum']).toBeCloseTo(0.009);
    const failed = http.points.find(({ attributes }) => attributes['http.response.status_code'] === 500);
    expect(failed?.attributes).toHaveProperty(['error.type'], '500');
    expect(failed?.['bucketCounts']).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

    expect(metric('messaging.client.sent.messages')).toMatchObject({
      unit: '{message}',
      kind: 'sum',
      points: [
        {
          asInt: 2,
          attributes: { 'messaging.destination.name': 'OrderPlaced', 'messaging.system': 'remit' },
        },
      ],
    });
    expect(
      metric('messaging.process.duration').points.map(({ attributes }) => attributes['error.type']),
    ).toEqual([undefined, 'RMT3080']);
    expect(metric('messaging.client.consumed.messages').points).toHaveLength(2);
    expect(metric('remit.resource.operation.duration').points[0]).toMatchObject({
      attributes: { 'remit.resource.name': 'orders', 'remit.resource.operation': 'set' },
    });
    expect(metric('remit.plugin.faults').points[0]).toMatchObject({
      asInt: 1,
      attributes: { 'remit.plugin.name': 'sql', 'error.type': 'fuel' },
    });
    expect(http.resource).toMatchObject({ 'service.name': 'orders' });
  });

  test('they go out at the interval, and begin anew where differences are preferred', async () => {
    const variables = {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_METRIC_EXPORT_INTERVAL: '20',
      OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta',
    };
    const telemetry = await createTelemetry({
      service: 'orders',
      output: new Written(),
      register: false,
      variables,
    });
    telemetry.metrics.sent('OrderPlaced', 'http');
    const sum = () =>
      receiver.metrics
        .flatMap(({ points }) => points)
        .reduce((all, point) => all + Number(point['asInt'] ?? 0), 0);
    await receiver.until(() => receiver.metrics.length >= 3);
    telemetry.metrics.sent('OrderPlaced', 'http');
    await telemetry.shutdown();
    await receiver.until(() => sum() >= 2);
    expect(sum()).toBe(2);
    expect(receiver.metrics[0]).toMatchObject({ temporality: 1 });
  });
});

describe('metrics in memory', () => {
  test('attribute sets beyond 2,000 share one point, so memory is bounded', () => {
    const telemetry = recordingTelemetry();
    for (let at = 0; at < 3000; at += 1) telemetry.metrics.httpRequest(0.1, 'GET', `/made-up/${at}`, 200);
    const points =
      telemetry.readMetrics().find(({ name }) => name === 'http.server.request.duration')?.points ?? [];
    expect(points).toHaveLength(2001);
    expect(points.at(-1)).toMatchObject({ attributes: { 'otel.metric.overflow': true }, count: 1000 });
  });

  test('the merging is told once', async () => {
    const terminal = new Written();
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables: {},
    });
    for (let at = 0; at < 3000; at += 1) telemetry.metrics.sent(`E${at}`, 'http');
    await telemetry.shutdown();
    expect(
      terminal.lines.filter((line) => line.includes('RMT3085 messaging.client.sent.messages')),
    ).toHaveLength(1);
  });

  test('a value that is not a duration is left out', () => {
    const telemetry = recordingTelemetry();
    telemetry.metrics.operation(Number.NaN, 'orders', 'get');
    telemetry.metrics.operation(-1, 'orders', 'get');
    telemetry.metrics.operation(1, 'orders', 'get');
    expect(telemetry.readMetrics()[0]?.points[0]).toMatchObject({ count: 1 });
  });
});
