import { isatty } from 'node:tty';
import { Batch } from './export/batch.ts';
import { Losses, type Reason } from './export/losses.ts';
import { MetricReader } from './export/metric-reader.ts';
import { remitScope, resourceFrom } from './export/origin.ts';
import { Pipeline } from './export/pipeline.ts';
import { type Made, sendersFor } from './export/senders.ts';
import { Instruments } from './metrics/instruments.ts';
import { Recorder } from './recorder.ts';
import type { Identity } from './settings/resource.ts';
import { type Settings, settingsOf } from './settings/settings.ts';
import type { Telemetry } from './telemetry.ts';
import { DescriptorOutput, type Output } from './terminal/output.ts';
import { Terminal } from './terminal/terminal.ts';

/** What telemetry must know of the application it serves. */
export interface TelemetryOptions extends Identity {
  /** Where `OTEL_*` and `REMIT_LOG` are read from; the process's environment unless given. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Where lines for people go; standard error unless given. */
  readonly output?: Output;
  /** False keeps it from serving libraries that use @opentelemetry/api. */
  readonly register?: boolean;
}

const standardError = 2;
const standardOutput = 1;

/**
 * Starts telemetry as the `OTEL_*` variables ask: to an OTLP receiver where one is named, to the terminal otherwise. A
 * variable that cannot be used is one warning line. `shutdown` resolves within five seconds and a little.
 *
 * ```ts
 * const telemetry = await createTelemetry({ service: 'orders' });
 * ```
 */
export async function createTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const variables = options.variables ?? process.env;
  const settings = settingsOf(options, variables);
  const output = options.output ?? new DescriptorOutput(standardError, isColoured(variables));
  const scope = remitScope();
  const instruments = new Instruments((metric) =>
    warn(`RMT3085 ${metric} has too many attribute values; further ones are counted together.`),
  );
  const losses = new Losses(instruments, (message) => warn(message));
  const made = await sendersFor(settings, {
    sender: {
      attributes: settings.resource,
      resource: resourceFrom(settings.resource),
      scope,
      limits: settings.limits,
      rejected: (signal, count) => count > 0 && losses.add(signal, count, 'rejected'),
    },
    output: () => options.output ?? new DescriptorOutput(standardOutput, false),
  });
  const recorder = new Recorder({
    sampler: settings.disabled ? { parentBased: true, ratio: 0 } : settings.sampler,
    recording:
      !settings.disabled && (made.senders.spans !== undefined || settings.traces.kind === 'terminal'),
    limits: settings.limits,
    scope,
    instruments,
    sink: pipelineOf(settings, made, instruments, losses, output),
  });
  const warn = (message: string): void => recorder.log({ level: 'warn', message, sentBy: 'telemetry' });
  if (!settings.disabled && options.register !== false) {
    const { registerGlobally } = await import('./interop/register.ts');
    if (!registerGlobally(recorder, settings.propagators)) {
      warn(
        'RMT3084 Another OpenTelemetry SDK is registered already, so spans of libraries are not recorded here.',
      );
    }
  }
  for (const warning of settings.warnings) warn(`RMT3080 ${warning}`);
  for (const problem of made.problems) warn(problem);
  return recorder;
}

function pipelineOf(
  settings: Settings,
  { senders, lines }: Made,
  instruments: Instruments,
  losses: Losses,
  output: Output,
): Pipeline {
  const lost = (signal: string) => (count: number, reason: Reason, error?: unknown) =>
    losses.add(signal, count, reason, error);
  const quiet = senders.logs === undefined ? 'info' : 'warn';
  return new Pipeline({
    terminal: new Terminal({
      output,
      level: settings.level ?? quiet,
      spans: settings.traces.kind === 'terminal',
    }),
    spans: senders.spans && new Batch(settings.spanQueue, { open: senders.spans, lost: lost('spans') }),
    logs: senders.logs && new Batch(settings.logQueue, { open: senders.logs, lost: lost('log lines') }),
    metrics:
      senders.metrics &&
      new MetricReader({
        instruments,
        interval: settings.metricInterval,
        delta: settings.delta,
        send: senders.metrics,
        lost: (count, error) => losses.add('metrics', count, 'export_failed', error),
      }),
    lines,
    losses,
    exportDebug: settings.level === 'debug',
  });
}

/** `NO_COLOR` and `FORCE_COLOR`, else whether people look. */
function isColoured(variables: Readonly<Record<string, string | undefined>>): boolean {
  if ((variables['NO_COLOR'] ?? '') !== '') return false;
  if ((variables['FORCE_COLOR'] ?? '') !== '') return true;
  return isatty(standardError);
}
