import type { LogRecord } from '../log/record.ts';
import type { Metric } from '../metrics/snapshot.ts';
import type { Limits } from '../settings/limits.ts';
import { describe } from '../span/described.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { Output } from '../terminal/output.ts';
import { logAttributes } from './log-record.ts';

/** The `console` exporters: one JSON object a line, for people who look and for tools that read. */
function writeLines(output: Output, lines: readonly unknown[]): Promise<void> {
  output.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return output.flush();
}

export function spansByConsole(
  output: Output,
  limits: Limits,
): (spans: readonly TimedSpan[]) => Promise<void> {
  return (spans) =>
    writeLines(
      output,
      spans.map((span) => ({ signal: 'span', ...describe(span, limits) })),
    );
}

export function logsByConsole(
  output: Output,
  limits: Limits,
): (records: readonly LogRecord[]) => Promise<void> {
  return (records) =>
    writeLines(
      output,
      records.map((record) => ({
        signal: 'log',
        level: record.line.level,
        message: record.line.message,
        time: record.time,
        context: record.context,
        attributes: logAttributes(record, limits).values,
      })),
    );
}

export function metricsByConsole(output: Output): (metrics: readonly Metric[]) => Promise<void> {
  return (metrics) =>
    writeLines(
      output,
      metrics.map((metric) => ({ signal: 'metric', ...metric })),
    );
}
