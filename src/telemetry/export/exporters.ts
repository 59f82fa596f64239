import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { suppressTracing } from '../interop/suppress-tracing.ts';
import type { OtlpSettings } from '../settings/signal.ts';

/** What every exporter of the OpenTelemetry SDK is. */
export interface Exporter<T> {
  export(items: T, done: (result: { code: number; error?: Error }) => void): void;
  shutdown(): Promise<void>;
}

type Make<T> = new (options: {
  url: string;
  headers: Record<string, string>;
  timeoutMillis: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- an enum of the exporter's package, whose values are these texts
  compression: any;
}) => Exporter<T>;

/** Beyond an exporter's own timeout, before it is thought to have forgotten the request. */
const grace = 2000;

function made<T>(make: Make<T>, { url, headers, timeout, compression }: OtlpSettings): Exporter<T> {
  return new make({ url, headers: { ...headers }, timeoutMillis: timeout, compression });
}

/** Loads the SDK's exporter of spans; nothing of the SDK is loaded before. */
export async function spanExporter(settings: OtlpSettings): Promise<Exporter<ReadableSpan[]>> {
  const { OTLPTraceExporter } =
    settings.protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  return made(OTLPTraceExporter, settings);
}

/** Loads the SDK's exporter of metrics. */
export async function metricExporter(settings: OtlpSettings): Promise<Exporter<ResourceMetrics>> {
  const { OTLPMetricExporter } =
    settings.protocol === 'http/json'
      ? await import('@opentelemetry/exporter-metrics-otlp-http')
      : await import('@opentelemetry/exporter-metrics-otlp-proto');
  return made(OTLPMetricExporter, settings);
}

/** Loads the SDK's exporter of logs. */
export async function logExporter(settings: OtlpSettings): Promise<Exporter<ReadableLogRecord[]>> {
  const { OTLPLogExporter } =
    settings.protocol === 'http/json'
      ? await import('@opentelemetry/exporter-logs-otlp-http')
      : await import('@opentelemetry/exporter-logs-otlp-proto');
  return made(OTLPLogExporter, settings);
}

/** What the SDK's own processors set, so that an instrumented HTTP client does not trace the export of traces. */
const untraced = ROOT_CONTEXT.setValue(suppressTracing, true);

/** Exports, and rejects when the receiver did not take it in time. */
export function send<T>(exporter: Exporter<T>, items: T, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const forgotten = setTimeout(() => reject(new Error('no answer in time')), timeout + grace);
    forgotten.unref();
    context.with(untraced, () =>
      exporter.export(items, ({ code, error }) => {
        clearTimeout(forgotten);
        if (code === 0) resolve();
        else reject(error ?? new Error('refused'));
      }),
    );
  });
}
