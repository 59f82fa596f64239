import {
  JsonLogsSerializer,
  JsonMetricsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import type { Resource } from '@opentelemetry/resources';
import { followWallClock } from '../clock.ts';
import type { LogRecord } from '../log/record.ts';
import type { Metric } from '../metrics/snapshot.ts';
import type { Limits } from '../settings/limits.ts';
import type { OtlpSettings } from '../settings/signal.ts';
import type { Scope, TimedSpan } from '../span/timed-span.ts';
import type { Attributes } from '../telemetry.ts';
import { transport } from './exporters.ts';
import { readableLog } from './log-record.ts';
import { type Load, listsFor } from './load.ts';
import { type Period, resourceMetrics } from './metric-record.ts';
import type { SpanRequest } from './protobuf/span-request.ts';
import { SpanEncoder } from './protobuf/spans.ts';
import { readableSpan } from './span-record.ts';

/** Who sends, and within which limits. */
export interface Sender {
  readonly attributes: Attributes;
  /** The same attributes, as the SDK wants them. */
  readonly resource: Resource;
  readonly scope: Scope;
  readonly limits: Limits;
  /** Hears of items that the receiver took the request of and refused all the same. */
  readonly rejected: (signal: string, count: number) => void;
}

type Send<T> = (items: readonly T[]) => Promise<void>;

export function spansByOtlp(settings: OtlpSettings, sender: Sender): () => Load<TimedSpan> {
  return settings.protocol === 'http/json'
    ? spansAsJson(settings, sender)
    : spansAsProtobuf(settings, sender);
}

function spansAsJson(settings: OtlpSettings, { resource, limits, rejected }: Sender): () => Load<TimedSpan> {
  const send = transport('traces', settings, {
    serializeRequest: (spans: readonly TimedSpan[]) =>
      JsonTraceSerializer.serializeRequest(spans.map((span) => readableSpan(span, resource, limits))),
    deserializeResponse: refusalsOf(JsonTraceSerializer, rejected),
  });
  return listsFor((spans) => {
    followWallClock();
    return send(spans);
  });
}

function spansAsProtobuf(
  settings: OtlpSettings,
  { attributes, limits, rejected }: Sender,
): () => Load<TimedSpan> {
  const encoder = new SpanEncoder(attributes, limits);
  const send = transport('traces', settings, {
    serializeRequest: (request: SpanRequest) => request.done(),
    deserializeResponse: refusalsOf(ProtobufTraceSerializer, rejected),
  });
  return () => {
    followWallClock();
    return encoder.request(send);
  };
}

function refusalsOf(
  sdk: typeof ProtobufTraceSerializer,
  rejected: Sender['rejected'],
): (bytes: Uint8Array) => ReturnType<typeof sdk.deserializeResponse> {
  return (bytes) => {
    const response = sdk.deserializeResponse(bytes);
    rejected('spans', response.partialSuccess?.rejectedSpans ?? 0);
    return response;
  };
}

export function logsByOtlp(settings: OtlpSettings, sender: Sender): Send<LogRecord> {
  const { resource, scope, limits, rejected } = sender;
  const sdk = settings.protocol === 'http/json' ? JsonLogsSerializer : ProtobufLogsSerializer;
  return transport('logs', settings, {
    serializeRequest: (records: readonly LogRecord[]) =>
      sdk.serializeRequest(records.map((record) => readableLog(record, resource, scope, limits))),
    deserializeResponse: (bytes: Uint8Array) => {
      const response = sdk.deserializeResponse(bytes);
      rejected('log lines', response.partialSuccess?.rejectedLogRecords ?? 0);
      return response;
    },
  });
}

export function metricsByOtlp(
  settings: OtlpSettings,
  { resource, scope, rejected }: Sender,
): (metrics: readonly Metric[], period: Period) => Promise<void> {
  const sdk = settings.protocol === 'http/json' ? JsonMetricsSerializer : ProtobufMetricsSerializer;
  const send = transport('metrics', settings, {
    serializeRequest: (metrics: ReturnType<typeof resourceMetrics>) => sdk.serializeRequest(metrics),
    deserializeResponse: (bytes: Uint8Array) => {
      const response = sdk.deserializeResponse(bytes);
      rejected('metrics', response.partialSuccess?.rejectedDataPoints ?? 0);
      return response;
    },
  });
  return (metrics, period) => send(resourceMetrics(metrics, period, resource, scope));
}
