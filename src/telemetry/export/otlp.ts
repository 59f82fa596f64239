import type { Resource } from '@opentelemetry/resources';
import { followWallClock } from '../clock.ts';
import type { LogRecord } from '../log/record.ts';
import type { Metric } from '../metrics/snapshot.ts';
import type { Limits } from '../settings/limits.ts';
import type { OtlpSettings } from '../settings/signal.ts';
import type { Scope, TimedSpan } from '../span/timed-span.ts';
import { logExporter, metricExporter, send, spanExporter } from './exporters.ts';
import { readableLog } from './log-record.ts';
import { type Period, resourceMetrics } from './metric-record.ts';
import { readableSpan } from './span-record.ts';

/** Who sends, and within which limits. */
export interface Sender {
  readonly resource: Resource;
  readonly scope: Scope;
  readonly limits: Limits;
}

type Send<T> = (items: readonly T[]) => Promise<void>;

export async function spansByOtlp(
  settings: OtlpSettings,
  { resource, limits }: Sender,
): Promise<Send<TimedSpan>> {
  const exporter = await spanExporter(settings);
  return (spans) => {
    followWallClock();
    const readable = spans.map((span) => readableSpan(span, resource, limits));
    return send(exporter, readable, settings.timeout);
  };
}

export async function logsByOtlp(settings: OtlpSettings, sender: Sender): Promise<Send<LogRecord>> {
  const exporter = await logExporter(settings);
  const { resource, scope, limits } = sender;
  return (records) => {
    const readable = records.map((record) => readableLog(record, resource, scope, limits));
    return send(exporter, readable, settings.timeout);
  };
}

export async function metricsByOtlp(
  settings: OtlpSettings,
  { resource, scope }: Sender,
): Promise<(metrics: readonly Metric[], period: Period) => Promise<void>> {
  const exporter = await metricExporter(settings);
  return (metrics, period) =>
    send(exporter, resourceMetrics(metrics, period, resource, scope), settings.timeout);
}
