import { wallTime } from '../clock.ts';
import type { TimedSpan } from '../span/timed-span.ts';
import type { AttributeValue } from '../telemetry.ts';
import { clockTime, duration, harmless, type Palette, shortTrace } from './text.ts';

/** What else a line tells, by kind of work: the answer's status, or who handles. */
const told: readonly string[] = ['http.response.status_code', 'code.function.name'];

function read(span: TimedSpan, key: string): AttributeValue | undefined {
  const { pairs } = span;
  if (pairs !== undefined) {
    for (let at = pairs.length - 2; at >= 0; at -= 2) if (pairs[at] === key) return pairs[at + 1];
  }
  return span.fixed?.[key];
}

/** Whether a span is shown without being asked for: requests, deliveries, and whatever failed. */
export function isEvent(span: TimedSpan): boolean {
  return span.kind === 'server' || span.kind === 'consumer' || span.failure !== undefined;
}

/** `10:42:07.123 ✓ process PlaceOrder  Ordering.place  1.2 ms  trace 4bf92f35…` */
export function spanLine(span: TimedSpan, colours: Palette): string {
  const mark = span.failure === undefined ? colours.green('✓') : colours.red('✗');
  const indent = span.kind === 'server' || span.kind === 'consumer' ? '' : '  ';
  const name = harmless(span.name);
  const parts = [span.failure === undefined ? name : colours.red(name)];
  for (const key of told) {
    const value = read(span, key);
    if (value !== undefined && !name.endsWith(String(value))) parts.push(harmless(String(value)));
  }
  parts.push(duration(span.endTime - span.startTime));
  if (span.failure !== undefined) parts.push(colours.red(harmless(span.failure)));
  parts.push(colours.dim(shortTrace(span.context.traceId)));
  return `${colours.dim(clockTime(wallTime(span.startTime)))} ${indent}${mark} ${parts.join('  ')}\n`;
}
