import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTelemetry, processConvention, type Telemetry } from '../../src/telemetry/index.ts';
import { Receiver } from './receiver/receiver.ts';
import { Written } from './written.ts';

const handle = processConvention('PlaceOrder', 'Ordering.place');

describe('libraries that use @opentelemetry/api', () => {
  let receiver: Receiver;
  let telemetry: Telemetry;

  beforeEach(async () => {
    receiver = await Receiver.start();
    const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    telemetry = await createTelemetry({ service: 'orders', output: new Written(), variables });
  });

  afterEach(async () => {
    await telemetry.shutdown();
    await receiver.stop();
  });

  test('their spans land under the frame, and Remit’s under theirs', async () => {
    const tracer = trace.getTracer('payments', '4.2.0');
    const span = telemetry.start(handle.name, handle);
    await telemetry.active.run({ span }, async () => {
      expect(trace.getActiveSpan()?.spanContext().spanId).toBe(span.context.spanId);
      await tracer.startActiveSpan(
        'charge',
        { attributes: { amount: 3 }, kind: SpanKind.CLIENT },
        async (charge) => {
          await Promise.resolve();
          const operation = telemetry.start('set orders', { kind: 'client', parent: telemetry.current() });
          telemetry.active.run({ span: operation }, () => {
            expect(trace.getActiveSpan()?.spanContext().spanId).toBe(operation.context.spanId);
          });
          operation.end();
          charge.setAttributes({ currency: 'EUR', codes: [1, 2] });
          charge.recordException(new TypeError('declined'));
          charge.setStatus({ code: SpanStatusCode.ERROR, message: 'declined' });
          charge.updateName('charge card');
          charge.end();
        },
      );
      expect(telemetry.current()).toBe(span.context);
      trace.getActiveSpan()?.updateName('stolen');
      trace.getActiveSpan()?.end();
      trace.getActiveSpan()?.setAttribute('tenant', 't1');
    });
    span.end();
    expect(trace.getActiveSpan()).toBeUndefined();
    await telemetry.flush();
    await receiver.until(() => receiver.spans.length >= 3 && receiver.logs.length > 0);

    const charge = receiver.span('charge card');
    expect(charge).toMatchObject({
      kind: 3,
      traceId: span.context.traceId,
      parentSpanId: span.context.spanId,
      attributes: { amount: 3, currency: 'EUR', codes: ['1', '2'], 'error.type': '_OTHER' },
      status: { code: 2, message: 'declined' },
      scope: { name: 'payments', version: '4.2.0' },
    });
    expect(receiver.span('set orders').parentSpanId).toBe(charge.spanId);
    expect(receiver.span(handle.name).attributes).toMatchObject({ tenant: 't1' });
    expect(receiver.logs[0]).toMatchObject({
      spanId: charge.spanId,
      attributes: { 'exception.type': 'TypeError' },
    });
  });

  test('context crosses processes by traceparent and baggage', () => {
    const carrier: Record<string, string> = {
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      tracestate: 'vendor=1',
      baggage: 'tenant=t%201,broken,other=2;property=x',
    };
    const extracted = propagation.extract(context.active(), carrier);
    expect(propagation.getBaggage(extracted)?.getEntry('tenant')?.value).toBe('t 1');
    const out: Record<string, string> = {};
    context.with(extracted, () => {
      const span = trace.getTracer('client').startSpan('call');
      propagation.inject(trace.setSpan(context.active(), span), out);
      span.end();
      expect(span.spanContext().traceId).toBe('a'.repeat(32));
    });
    expect(out['traceparent']).toMatch(/^00-a{32}-[0-9a-f]{16}-01$/u);
    expect(out).toMatchObject({ tracestate: 'vendor=1', baggage: 'tenant=t%201,other=2' });
  });

  test('functions can be bound to a context', () => {
    const span = telemetry.start(handle.name, handle);
    const bound = telemetry.active.run({ span }, () =>
      context.bind(context.active(), () => trace.getActiveSpan()?.spanContext().spanId),
    );
    expect(bound()).toBe(span.context.spanId);
    expect(trace.getActiveSpan()).toBeUndefined();
  });

  test('one SDK that was there first is left alone, and told', async () => {
    const terminal = new Written();
    const second = await createTelemetry({ service: 'other', output: terminal, variables: {} });
    expect(terminal.text).toContain('RMT3084');
    await second.shutdown();
    const span = telemetry.start(handle.name, handle);
    telemetry.active.run({ span }, () => {
      expect(trace.getActiveSpan()?.spanContext().spanId).toBe(span.context.spanId);
    });
  });
});
