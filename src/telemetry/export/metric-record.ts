import { ValueType } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  DataPointType,
  type MetricData,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { Metric } from '../metrics/snapshot.ts';
import type { Scope } from '../span/timed-span.ts';
import type { Attributes } from '../telemetry.ts';
import { hrTime } from './hr-time.ts';

/** From when to when the figures count, in milliseconds since 1970, and whether they begin anew each time. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly delta: boolean;
}

/** Metrics as the SDK's exporters read them. */
export function resourceMetrics(
  metrics: readonly Metric[],
  period: Period,
  resource: Resource,
  scope: Scope,
): ResourceMetrics {
  return {
    resource,
    scopeMetrics: [{ scope, metrics: metrics.map((metric) => metricData(metric, period)) }],
  };
}

function metricData(metric: Metric, period: Period): MetricData {
  const { name, description, unit } = metric;
  const common = {
    aggregationTemporality: period.delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE,
  };
  const times = (attributes: Attributes) => ({
    startTime: hrTime(period.from),
    endTime: hrTime(period.to),
    attributes: { ...attributes } as Record<string, string>,
  });
  if (metric.kind === 'counter') {
    return {
      ...common,
      descriptor: { name, description, unit, valueType: ValueType.INT },
      dataPointType: DataPointType.SUM,
      isMonotonic: true,
      dataPoints: metric.points.map((point) => ({ ...times(point.attributes), value: point.count })),
    };
  }
  return {
    ...common,
    descriptor: { name, description, unit, valueType: ValueType.DOUBLE },
    dataPointType: DataPointType.HISTOGRAM,
    dataPoints: metric.points.map(({ attributes, bounds, counts, sum, count, min, max }) => ({
      ...times(attributes),
      value: {
        buckets: { boundaries: [...bounds], counts: [...counts] },
        sum,
        count,
        ...(count === 0 ? {} : { min, max }),
      },
    })),
  };
}
