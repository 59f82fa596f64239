import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RemitError } from '../../src/errors/index.ts';
import {
  attribute,
  createTelemetry,
  httpConvention,
  identify,
  operationConvention,
  parseTraceparent,
  processConvention,
  sendConvention,
} from '../../src/telemetry/index.ts';
import { Receiver } from './receiver/receiver.ts';
import { Written } from './written.ts';

const envelope = { id: 'e-1', correlation: 'c-1', sender: 'http' };
const remote = parseTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'vendor=opaque');

describe('traces on the wire', () => {
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
    const telemetry = await createTelemetry({
      service: 'orders',
      version: '2.1.0',
      environment: 'prod',
      output: new Written(),
      register: false,
      variables: {
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20secret',
        OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
        OTEL_RESOURCE_ATTRIBUTES: 'team=checkout,service.name=overruled',
        OTEL_SERVICE_NAME: 'order-service',
      },
    });
    const http = httpConvention('POST', '/orders');
    const process = processConvention('PlaceOrder', 'Ordering.place');
    const operation = operationConvention('keyvalue', 'orders', 'set');
    const send = sendConvention('OrderPlaced', 'Ordering.place');

    const server = telemetry.start(http.name, { ...http, parent: remote });
    server.set(attribute.path, '/orders');
    const links = remote === undefined ? [] : [remote];
    const consumer = telemetry.start(process.name, { ...process, parent: server.context, links });
    identify(consumer, envelope);
    const client = telemetry.start(operation.name, { ...operation, parent: consumer.context });
    const inner = telemetry.start('plugin sql set', { kind: 'internal', parent: client.context });
    inner.event('refused', { operation: 'delete' });
    inner.end();
    client.fail(new RemitError('RMT3080', 'the store said no'));
    client.end();
    telemetry.start(send.name, { ...send, parent: consumer.context }).end();
    consumer.set('payload', { id: 'secret' } as never);
    consumer.fail(new RemitError('RMT3080', 'the store said no'));
    consumer.end();
    consumer.set('late', true);
    consumer.end();
    server.set(attribute.status, 500);
    server.end();
    await telemetry.shutdown();
    await receiver.until(() => receiver.spans.length >= 5);
  });

  afterAll(() => receiver.stop());

  test('each kind of work has its conventional name, kind and attributes', () => {
    expect(receiver.spans.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
      'POST /orders 2',
      'plugin sql set 1',
      'process PlaceOrder 5',
      'send OrderPlaced 4',
      'set orders 3',
    ]);
    expect(receiver.span('POST /orders').attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/orders',
      'http.response.status_code': 500,
      'url.path': '/orders',
      'url.scheme': 'http',
    });
    expect(receiver.span('process PlaceOrder').attributes).toEqual({
      'messaging.system': 'remit',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': 'PlaceOrder',
      'messaging.consumer.group.name': 'Ordering.place',
      'messaging.message.id': 'e-1',
      'messaging.message.conversation_id': 'c-1',
      'code.function.name': 'Ordering.place',
      'cloudevents.event_id': 'e-1',
      'cloudevents.event_source': 'http',
      'cloudevents.event_type': 'PlaceOrder',
      'error.type': 'RMT3080',
    });
    expect(receiver.span('send OrderPlaced').attributes).toMatchObject({
      'messaging.operation.name': 'send',
      'messaging.destination.name': 'OrderPlaced',
      'cloudevents.event_source': 'Ordering.place',
    });
    expect(receiver.span('set orders').attributes).toMatchObject({
      'remit.resource.kind': 'keyvalue',
      'remit.resource.name': 'orders',
      'remit.resource.operation': 'set',
    });
  });

  test('the caller’s trace goes on, each span under its parent, with its tracestate and links', () => {
    const server = receiver.span('POST /orders');
    const consumer = receiver.span('process PlaceOrder');
    const client = receiver.span('set orders');
    expect(new Set(receiver.spans.map((span) => span.traceId))).toEqual(new Set([remote?.traceId]));
    expect(new Set(receiver.spans.map((span) => span.spanId)).size).toBe(5);
    expect(server.parentSpanId).toBe(remote?.spanId);
    expect(consumer.parentSpanId).toBe(server.spanId);
    expect(client.parentSpanId).toBe(consumer.spanId);
    expect(receiver.span('plugin sql set').parentSpanId).toBe(client.spanId);
    expect(consumer.traceState).toBe('vendor=opaque');
    expect(consumer.links).toEqual([{ traceId: remote?.traceId, spanId: remote?.spanId }]);
  });

  test('times are those of the wall clock and nest', () => {
    const server = receiver.span('POST /orders');
    const consumer = receiver.span('process PlaceOrder');
    expect(Math.abs(server.startTimeUnixNano / 1e6 - Date.now())).toBeLessThan(60_000);
    expect(consumer.startTimeUnixNano).toBeGreaterThanOrEqual(server.startTimeUnixNano);
    expect(consumer.endTimeUnixNano).toBeLessThanOrEqual(server.endTimeUnixNano);
    expect(consumer.endTimeUnixNano).toBeGreaterThan(consumer.startTimeUnixNano);
  });

  test('a failing handler marks its span and writes one log line of the same span', () => {
    const consumer = receiver.span('process PlaceOrder');
    expect(consumer.status).toEqual({ code: 2, message: 'the store said no' });
    expect(receiver.span('POST /orders').status?.code ?? 0).toBe(0);
    const errors = receiver.logs.filter((log) => log.severityText === 'ERROR');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ traceId: consumer.traceId, spanId: consumer.spanId });
    expect(consumer.events).toEqual([]);
  });

  test('objects are refused, and nothing is added after the end', () => {
    const consumer = receiver.span('process PlaceOrder');
    expect(consumer.droppedAttributesCount).toBe(1);
    expect(JSON.stringify(consumer)).not.toMatch(/secret|late/u);
    expect(receiver.span('plugin sql set').events).toMatchObject([
      { name: 'refused', attributes: { operation: 'delete' } },
    ]);
  });

  test('the resource names the application, and the request carries the headers', () => {
    expect(receiver.span('POST /orders').resource).toMatchObject({
      'service.name': 'order-service',
      'service.version': '2.1.0',
      'deployment.environment.name': 'prod',
      'telemetry.sdk.name': 'remit',
      team: 'checkout',
    });
    const request = receiver.requests.find(({ path }) => path === '/v1/traces');
    expect(request?.headers).toMatchObject({
      'x-key': 'a secret',
      'content-type': 'application/x-protobuf',
      'content-encoding': 'gzip',
    });
  });
});
