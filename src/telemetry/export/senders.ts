import type { LogRecord } from '../log/record.ts';
import type { Metric } from '../metrics/snapshot.ts';
import type { Settings } from '../settings/settings.ts';
import type { OtlpSettings, Target } from '../settings/signal.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { Output } from '../terminal/output.ts';
import { type Load, listsFor } from './load.ts';
import type { Period } from './metric-record.ts';
import type { Sender } from './otlp.ts';

/** What hands each signal on; undefined: nobody wants it. */
export interface Senders {
  readonly spans: (() => Load<TimedSpan>) | undefined;
  readonly logs: (() => Load<LogRecord>) | undefined;
  readonly metrics: ((metrics: readonly Metric[], period: Period) => Promise<void>) | undefined;
}

/** What the senders are made with. */
export interface SenderParts {
  readonly sender: Sender;
  /** Made only when a `console` exporter is asked for. */
  readonly output: () => Output;
}

/** The senders, what they write lines to, and what is wrong with them. */
export interface Made {
  readonly senders: Senders;
  readonly lines: Output | undefined;
  readonly problems: readonly string[];
}

/** Makes what the settings ask for; an exporter that cannot be loaded is a problem told, not a failed start. */
export async function sendersFor(settings: Settings, { sender, output }: SenderParts): Promise<Made> {
  const problems: string[] = [];
  const isConsole = [settings.traces, settings.logs, settings.metrics].some(({ kind }) => kind === 'console');
  const lines = isConsole && !settings.disabled ? output() : undefined;
  async function made<T>(
    target: Target,
    byConsole: (how: typeof import('./console.ts'), lines: Output) => T,
    byOtlp: (sdk: typeof import('./otlp.ts'), otlp: OtlpSettings) => T,
  ): Promise<T | undefined> {
    if (settings.disabled) return undefined;
    if (target.kind === 'console') return lines && byConsole(await import('./console.ts'), lines);
    if (target.kind !== 'otlp') return undefined;
    try {
      return byOtlp(await import('./otlp.ts'), target);
    } catch {
      problems.push(
        'RMT3083 The exporters of the OpenTelemetry SDK could not be loaded, so nothing is sent. ' +
          'Install them: npm install @opentelemetry/otlp-exporter-base @opentelemetry/otlp-transformer',
      );
      return undefined;
    }
  }
  const senders = {
    spans: await made(
      settings.traces,
      (how, to) => listsFor(how.spansByConsole(to, sender.limits)),
      (sdk, otlp) => sdk.spansByOtlp(otlp, sender),
    ),
    logs: await made(
      settings.logs,
      (how, to) => listsFor(how.logsByConsole(to, sender.limits)),
      (sdk, otlp) => listsFor(sdk.logsByOtlp(otlp, sender)),
    ),
    metrics: await made(
      settings.metrics,
      (how, to) => how.metricsByConsole(to),
      (sdk, otlp) => sdk.metricsByOtlp(otlp, sender),
    ),
  };
  return { senders, lines, problems: [...new Set(problems)] };
}
