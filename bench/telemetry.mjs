// What one span of a delivery costs: Remit's recorder against the OpenTelemetry SDK, in one run.
// Recorded: until `end` returns. Exported: processor time of it all, with protobuf and the request to a receiver.
import { join } from 'node:path';
import { ROOT_CONTEXT, SpanKind } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createTelemetry, identify, processConvention } from '../dist/telemetry/index.js';
import { serve } from './server.mjs';
import { median, table } from './table.mjs';

const rounds = Number(process.env.ROUNDS ?? 15);
// The SDK flushes all its batches at once, and its exporter takes 30 of 512 at a time.
const spans = 12_000;
const envelope = { id: '0190f5c2-7b1e-7a10-8000-000000000001', correlation: '0190f5c2', sender: 'http' };
const handle = processConvention('PlaceOrder', 'Ordering.place');
const sink = await serve(1, [join(import.meta.dirname, 'http/sink.mjs')]);
const url = `http://127.0.0.1:${sink.port}/v1/traces`;

async function remit(sampler) {
  const telemetry = await createTelemetry({
    service: 'bench',
    register: false,
    variables: {
      OTEL_TRACES_SAMPLER: sampler,
      OTEL_TRACES_SAMPLER_ARG: '0.000001',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url,
      OTEL_BSP_MAX_QUEUE_SIZE: '100000',
    },
  });
  return {
    span() {
      const span = telemetry.start(handle.name, handle);
      identify(span, envelope);
      span.end();
    },
    frame() {
      const span = telemetry.start(handle.name, handle);
      identify(span, envelope);
      telemetry.active.run({ span }, () => span.end());
    },
    measure: () => telemetry.metrics.processed(0.0012, 'PlaceOrder', 'Ordering.place'),
    flush: () => telemetry.flush(),
  };
}

function sdk(sampler) {
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url }),
    maxQueueSize: 100_000,
    maxExportBatchSize: 512,
  });
  const tracer = new TracerProvider({ sampler, spanProcessors: [processor] }).getTracer('bench');
  return {
    span() {
      const span = tracer.startSpan(
        handle.name,
        { kind: SpanKind.CONSUMER, attributes: handle.attributes },
        ROOT_CONTEXT,
      );
      span.setAttribute('messaging.message.id', envelope.id);
      span.setAttribute('messaging.message.conversation_id', envelope.correlation);
      span.setAttribute('cloudevents.event_id', envelope.id);
      span.setAttribute('cloudevents.event_source', envelope.sender);
      span.end();
    },
    flush: () => processor.forceFlush(),
  };
}

async function round(subject, work = subject.span) {
  const before = process.cpuUsage();
  const start = performance.now();
  for (let at = 0; at < spans; at += 1) work();
  const recorded = performance.now() - start;
  await subject.flush?.();
  const { user, system } = process.cpuUsage(before);
  return { recorded: (recorded * 1e6) / spans, exported: ((user + system) * 1e3) / spans };
}

const bare = { span: () => performance.now() };
const off = await remit('always_off');
const ratio = await remit('traceidratio');
const on = await remit('always_on');
const subjects = [
  ['nothing but the clock', bare],
  ['Remit, sampler off', off],
  ['Remit, one in a million', ratio],
  ['Remit, sampler off, with its frame', off, off.frame],
  ['Remit, every span', on],
  ['OpenTelemetry SDK, sampler off', sdk(new AlwaysOffSampler())],
  ['OpenTelemetry SDK, every span', sdk(new AlwaysOnSampler())],
  ['Remit, one histogram value', { span: off.measure }],
];
const results = new Map(subjects.map(([name]) => [name, []]));
for (let at = 0; at < rounds + 3; at += 1) {
  for (const [name, subject, work] of subjects) {
    globalThis.gc?.();
    const result = await round(subject, work);
    if (at >= 3) results.get(name).push(result);
  }
}
await sink.stop();

const figure = (name, key) => median(results.get(name).map((each) => each[key]));
const peer = (name, key) =>
  figure(`OpenTelemetry SDK, ${name.includes('every') ? 'every span' : 'sampler off'}`, key);
const exports = (name) => name.includes('every');
console.log(
  table(
    subjects.map(([name]) => ({
      span: name,
      'recorded, ns': figure(name, 'recorded').toFixed(0),
      '÷ SDK':
        name.includes('Remit, every') || name.includes('Remit, s') || name.includes('million')
          ? (figure(name, 'recorded') / peer(name, 'recorded')).toFixed(2)
          : '',
      'exported, ns': exports(name) ? figure(name, 'exported').toFixed(0) : '',
      '÷ SDK, exported': name.includes('Remit, every')
        ? (figure(name, 'exported') / peer(name, 'exported')).toFixed(2)
        : '',
    })),
  ),
);
process.exit(0);
