import type { Attributes, Level } from '../telemetry.ts';
import type { Sampler } from '../sampler.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type QueueSettings, queueOf } from './queue.ts';
import { type Identity, resourceOf } from './resource.ts';
import { samplerOf } from './sampling.ts';
import { type Target, targetOf } from './signal.ts';
import { Variables } from './variables.ts';

/** Everything the environment says about telemetry, read once at start. */
export interface Settings {
  readonly disabled: boolean;
  readonly resource: Attributes;
  readonly sampler: Sampler;
  readonly traces: Target;
  readonly metrics: Target;
  readonly logs: Target;
  readonly spanQueue: QueueSettings;
  readonly logQueue: QueueSettings;
  /** Milliseconds between two exports of metrics. */
  readonly metricInterval: number;
  readonly delta: boolean;
  readonly limits: Limits;
  readonly propagators: readonly string[];
  /** The least level the terminal shows; undefined: it depends on where logs go. */
  readonly level: Level | 'silent' | undefined;
  /** One sentence for each variable that could not be used. */
  readonly warnings: readonly string[];
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const propagators = ['tracecontext', 'baggage', 'none'];

export function settingsOf(
  identity: Identity,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const variables = new Variables(environment);
  return {
    disabled: variables.flag('OTEL_SDK_DISABLED'),
    resource: resourceOf(identity, variables),
    sampler: samplerOf(variables),
    traces: targetOf('traces', variables),
    metrics: targetOf('metrics', variables),
    logs: targetOf('logs', variables),
    spanQueue: queueOf('OTEL_BSP', 5000, variables),
    logQueue: queueOf('OTEL_BLRP', 1000, variables),
    metricInterval: variables.number('OTEL_METRIC_EXPORT_INTERVAL', 60_000, 1),
    delta: deltaOf(variables),
    limits: limitsOf(variables),
    propagators: propagatorsOf(variables),
    level: variables.choice('REMIT_LOG', levels),
    warnings: [...new Set(variables.warnings)],
  };
}

function deltaOf(variables: Variables): boolean {
  const name = 'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE';
  const preference = variables.choice(name, ['cumulative', 'delta', 'lowmemory']);
  return preference === 'delta' || preference === 'lowmemory';
}

function propagatorsOf(variables: Variables): readonly string[] {
  const named = (variables.text('OTEL_PROPAGATORS') ?? 'tracecontext,baggage')
    .split(',')
    .map((name) => name.trim());
  for (const name of named) {
    if (!propagators.includes(name))
      variables.refuse('OTEL_PROPAGATORS', 'made of `tracecontext` and `baggage`', name);
  }
  return named.includes('none') ? [] : named.filter((name) => propagators.includes(name));
}
