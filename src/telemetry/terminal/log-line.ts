import { isError } from '../is-error.ts';
import { RemitError } from '../../errors/index.ts';
import { isRecordable } from '../span/attributes.ts';
import type { LogRecord } from '../log/record.ts';
import type { Level } from '../telemetry.ts';
import { clockTime, harmless, type Palette, shortTrace } from './text.ts';

/** Frames of a stack worth a terminal's space. */
const frames = 8;

function levelText(level: Level, colours: Palette): string {
  const text = level.padEnd(5);
  if (level === 'error') return colours.red(text);
  return level === 'warn' ? colours.yellow(text) : colours.dim(text);
}

/** The application's own frames; a coded error explains itself and needs none. */
function stack(error: unknown): string {
  if (!isError(error) || error instanceof RemitError || error.stack === undefined) return '';
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line) && !/\(node:|at node:|node_modules/u.test(line))
    .slice(0, frames)
    .map((line) => `\n    ${harmless(line.trim())}`)
    .join('');
}

/** `10:42:07.123 error Ordering.place  RMT3021 …  key=value  trace 4bf92f35…` */
export function logLine({ line, time, context }: LogRecord, colours: Palette): string {
  const code =
    line.error instanceof RemitError && !line.message.includes(line.error.code) ? `${line.error.code} ` : '';
  const parts = [`${harmless(line.sentBy)}  ${code}${harmless(line.message)}`];
  const values = Object.entries(line.attributes ?? {}).filter(([, value]) => isRecordable(value));
  if (values.length > 0) {
    parts.push(
      colours.dim(values.map(([key, value]) => `${harmless(key)}=${harmless(String(value))}`).join(' ')),
    );
  }
  if (context !== undefined) parts.push(colours.dim(shortTrace(context.traceId)));
  const head = `${colours.dim(clockTime(time))} ${levelText(line.level, colours)} ${parts.join('  ')}`;
  return `${head}${colours.dim(stack(line.error))}\n`;
}
