// What one span of a delivery costs: Remit's recorder against the OpenTelemetry SDK, in one run, each in a process of its own.
// Recorded: until `end` returns. Exported: processor time of it all, with protobuf and the request to a receiver.
import { spawnSync } from 'node:child_process';
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

const rounds = Number(process.env.ROUNDS ?? 5);
const loops = 30;
// The SDK flushes all its batches at once, and its exporter takes 30 of 512 at a time.
const spans = 12_000;
const envelope = { id: '0190f5c2-7b1e-7a10-8000-000000000001', correlation: '0190f5c2', sender: 'http' };
const handle = processConvention('PlaceOrder', 'Ordering.place');

async function remit(url, sampler) {
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
    telemetry,
    flush: () => telemetry.flush(),
    work() {
      const span = telemetry.start(handle.name, handle);
      identify(span, envelope);
      span.end();
    },
  };
}

function sdk(url, sampler) {
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url }),
    maxQueueSize: 100_000,
    maxExportBatchSize: 512,
  });
  const tracer = new TracerProvider({ sampler, spanProcessors: [processor] }).getTracer('bench');
  return {
    flush: () => processor.forceFlush(),
    work() {
      const options = { kind: SpanKind.CONSUMER, attributes: handle.attributes };
      const span = tracer.startSpan(handle.name, options, ROOT_CONTEXT);
      span.setAttribute('messaging.message.id', envelope.id);
      span.setAttribute('messaging.message.conversation_id', envelope.correlation);
      span.setAttribute('cloudevents.event_id', envelope.id);
      span.setAttribute('cloudevents.event_source', envelope.sender);
      span.end();
    },
  };
}

const subjects = {
  'nothing but the clock': () => ({ work: () => performance.now() }),
  'Remit, sampler off': (url) => remit(url, 'always_off'),
  'Remit, one in a million': (url) => remit(url, 'traceidratio'),
  'Remit, sampler off, with its frame': async (url) => {
    const { telemetry } = await remit(url, 'always_off');
    return {
      work() {
        const span = telemetry.start(handle.name, handle);
        identify(span, envelope);
        telemetry.active.run({ span }, () => span.end());
      },
    };
  },
  'Remit, every span': (url) => remit(url, 'always_on'),
  'OpenTelemetry SDK, sampler off': (url) => sdk(url, new AlwaysOffSampler()),
  'OpenTelemetry SDK, every span': (url) => sdk(url, new AlwaysOnSampler()),
  'Remit, one histogram value': async (url) => {
    const { telemetry } = await remit(url, 'always_off');
    return { work: () => telemetry.metrics.processed(0.0012, 'PlaceOrder', 'Ordering.place') };
  },
};

async function loop({ work, flush }) {
  const before = process.cpuUsage();
  const start = performance.now();
  for (let at = 0; at < spans; at += 1) work();
  const recorded = performance.now() - start;
  await flush?.();
  const { user, system } = process.cpuUsage(before);
  return { recorded: (recorded * 1e6) / spans, exported: ((user + system) * 1e3) / spans };
}

async function measure(name, url) {
  const subject = await subjects[name](url);
  const results = [];
  for (let at = 0; at < loops * 2; at += 1) results.push(await loop(subject));
  const steady = results.slice(loops);
  return {
    recorded: median(steady.map((each) => each.recorded)),
    exported: median(steady.map((each) => each.exported)),
  };
}

async function compare() {
  const sink = await serve(1, [join(import.meta.dirname, 'http/sink.mjs')]);
  const url = `http://127.0.0.1:${sink.port}/v1/traces`;
  const names = Object.keys(subjects);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const child = spawnSync(process.execPath, [import.meta.filename, name, url], { encoding: 'utf8' });
      if (child.status !== 0) throw new Error(child.stderr);
      results[name].push(JSON.parse(child.stdout));
    }
  }
  await sink.stop();
  const figure = (name, key) => median(results[name].map((each) => each[key]));
  const ratio = (name, key) => {
    if (!name.startsWith('Remit') || name.includes('histogram')) return '';
    const peer = `OpenTelemetry SDK, ${name.includes('every') ? 'every span' : 'sampler off'}`;
    return (figure(name, key) / figure(peer, key)).toFixed(2);
  };
  const rows = names.map((name) => {
    const isExported = name.includes('every');
    return {
      span: name,
      'recorded, ns': figure(name, 'recorded').toFixed(0),
      '÷ SDK': ratio(name, 'recorded'),
      'exported, ns': isExported ? figure(name, 'exported').toFixed(0) : '',
      '÷ SDK, exported': isExported ? ratio(name, 'exported') : '',
    };
  });
  console.log(table(rows));
}

const [name, url] = process.argv.slice(2);
if (name === undefined) await compare();
else console.log(JSON.stringify(await measure(name, url)));
process.exit(0);
